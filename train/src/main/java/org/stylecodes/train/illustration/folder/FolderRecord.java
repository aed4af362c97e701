package org.stylecodes.train.illustration.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.error.InvalidRequestException;

/**
 * What the pictures of a folder follow from, kept in it as {@code illustrations.json}.
 *
 * @param program the version of the program, because another one may compose other pictures
 * @param pack the SHA-256 of the pack in hexadecimal
 */
record FolderRecord(String program, String pack, StyleSelection selection) {
    static final String FILE = "illustrations.json";

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING);

    static FolderRecord of(String pack, StyleSelection selection) {
        String version = FolderRecord.class.getPackage().getImplementationVersion();
        return new FolderRecord(version == null ? "not packaged" : version, pack, selection);
    }

    /**
     * Reads the record of a folder; empty if it has none.
     *
     * @throws InvalidRequestException if the record is damaged
     */
    static Optional<FolderRecord> read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), FolderRecord.class));
        } catch (JsonProcessingException cause) {
            throw new InvalidRequestException(
                    file + ": is damaged (" + cause.getOriginalMessage() + "); write to another folder", cause);
        } catch (IOException cause) {
            throw new EnvironmentException("cannot read " + file + ": " + cause.getMessage(), cause);
        }
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible); // it is written to memory
        }
    }

    /**
     * Checks that these options continue the folder of an older record: only the number of styles may differ, and not be smaller.
     *
     * @throws InvalidRequestException if another value differs
     */
    void requireContinues(FolderRecord older, Path folder) {
        StyleSelection before = older.selection;
        same("version of the program", older.program, program, folder);
        same("pack with the SHA-256", older.pack, pack, folder);
        same("seed", before.seed(), selection.seed(), folder);
        same("number of pictures of a style", before.pictures(), selection.pictures(), folder);
        same("size", before.size(), selection.size(), folder);
        same("held-out part", before.heldOut(), selection.heldOut(), folder);
        if (selection.styles() < before.styles()) {
            throw new InvalidRequestException(folder + " was begun with " + before.styles() + " styles, now "
                    + selection.styles() + "; ask for at least as many, or write to another folder");
        }
    }

    private static void same(String what, @Nullable Object older, @Nullable Object now, Path folder) {
        if (!Objects.equals(older, now)) {
            throw new InvalidRequestException(folder + " was begun with the " + what + " " + text(older) + ", now "
                    + text(now) + "; use the same options to continue it, or write to another folder");
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "none" : value.toString();
    }
}
