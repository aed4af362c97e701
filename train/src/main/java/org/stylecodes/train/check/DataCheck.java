package org.stylecodes.train.check;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.image.Picture;
import org.stylecodes.image.PictureFormatException;
import org.stylecodes.train.dataset.Caption;
import org.stylecodes.train.dataset.Dataset;
import org.stylecodes.train.dataset.Example;

/** Opens every picture of a data set, on all processors and in bounded memory, and reports what training would meet. */
public final class DataCheck {
    private final PictureLoader loader = new PictureLoader();
    private final IntConsumer progress;
    private int done;

    private DataCheck(IntConsumer progress) {
        this.progress = progress;
    }

    /**
     * Checks a data set. The report does not depend on the number of processors.
     *
     * @param smallest pictures with a side below this number of pixels are reported as tiny
     * @param progress is given the number of pictures that are done, by one thread at a time
     */
    public static CheckReport run(Dataset data, int smallest, IntConsumer progress) {
        DataCheck check = new DataCheck(progress);
        List<Example> examples = data.examples();
        List<Examination> examinations = IntStream.range(0, examples.size())
                .parallel()
                .mapToObj(i -> check.examine(examples.get(i)))
                .toList();
        return new CheckReport(
                data, examinations, smallest, duplicates(examinations), NearDuplicate.acrossStyles(examinations));
    }

    private Examination examine(Example example) {
        Caption.Encoding caption = example.caption().encoding();
        Examination examination;
        try {
            examination = loader.load(example, (bytes, picture) -> describe(example, caption, bytes, picture));
        } catch (PictureFormatException | EnvironmentException refused) {
            examination = Examination.unreadable(example, caption, String.valueOf(refused.getMessage()));
        }
        synchronized (this) {
            progress.accept(++done);
        }
        return examination;
    }

    private static Examination describe(Example example, Caption.Encoding caption, byte[] bytes, Picture picture) {
        return new Examination(
                example, caption, null, picture.width(), picture.height(), digest(bytes), PictureHash.of(picture));
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static List<List<Example>> duplicates(List<Examination> examinations) {
        Map<String, List<Example>> byContent = new LinkedHashMap<>();
        for (Examination examination : examinations) {
            if (examination.isReadable()) {
                byContent
                        .computeIfAbsent(examination.content(), content -> new ArrayList<>(1))
                        .add(examination.example());
            }
        }
        return byContent.values().stream().filter(group -> group.size() > 1).toList();
    }
}
