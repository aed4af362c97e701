package org.stylecodes.studio.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stylecodes.error.InvalidRequestException;

/** The records of pictures. */
class PictureRecordsTest extends RecordsTest {
    @Test
    void aPictureIsRecordedOnce() {
        PictureInfo picture = picture("ab");
        store.pictures().add(picture);
        store.pictures().add(picture);
        assertEquals(Optional.of(picture), store.pictures().find("ab"));
    }

    @Test
    void anUnreferencedPictureIsRemovedAfterALongTime() {
        store.pictures().add(picture("unused"));
        assertEquals(List.of(), removed(PAST));
        assertEquals(List.of("unused"), removed(FUTURE));
        assertEquals(Optional.empty(), store.pictures().find("unused"));
    }

    @Test
    void referencedPicturesAreKept() {
        List.of("drawn", "sample", "reference", "start")
                .forEach(id -> store.pictures().add(picture(id)));
        Job job = from("start");
        store.jobs().add(job, PLENTY);
        store.jobs().claim("w", MODEL);
        store.jobs().addResult(job.id(), "w", new Job.Result(0, 1, "drawn"));
        Job second = job(Job.Kind.SAMPLE, 2);
        store.samples().add("nano1", new Sample(CODE, "a house", null, second.id()), second, PLENTY);
        store.jobs().claim("w", MODEL);
        store.jobs().addResult(second.id(), "w", new Job.Result(0, 1, "sample"));
        store.styles().add(List.of(like("reference")));
        assertEquals(List.of(), removed(FUTURE));
    }

    @Test
    void aRemovedPictureCannotBeReferenced() {
        assertThrows(InvalidRequestException.class, () -> store.jobs().add(from("gone"), PLENTY));
        assertThrows(InvalidRequestException.class, () -> store.styles().add(List.of(like("gone"))));
        assertEquals(0, store.jobs().waiting(Job.Kind.GENERATION, null));
    }

    @Test
    void aFailureToRemoveTheFileKeepsThePicture() {
        store.pictures().add(picture("stuck"));
        assertThrows(UncheckedIOException.class, () -> store.pictures().removeUnused(FUTURE, id -> {
            throw new UncheckedIOException(new IOException(id));
        }));
        assertEquals(Optional.of(picture("stuck")), store.pictures().find("stuck"));
    }

    private List<String> removed(Instant before) {
        List<String> ids = new ArrayList<>();
        assertEquals(store.pictures().removeUnused(before, ids::add), ids.size());
        return ids;
    }

    private static Job from(String picture) {
        return Job.waiting(Job.Kind.GENERATION, MODEL, "{}", picture, 2, 8);
    }

    private static Style like(String picture) {
        Instant time = Instant.ofEpochMilli(1);
        return new Style(UUID.randomUUID(), "nano1", CODE, "a", List.of(), "", false, picture, time, time);
    }
}
