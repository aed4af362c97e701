package org.stylecodes.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.stylecodes.train.illustration.folder.HeldOut;
import org.stylecodes.train.illustration.folder.IllustrationFolder;
import org.stylecodes.train.illustration.folder.StyleSelection;
import picocli.CommandLine.Option;

/** The options of a folder of illustrated styles. They only mean something with the folder, so it is required among them. */
final class CompositionOptions {
    private static final int MAX_THREADS = 1024;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "The folder to compose styles into; it is new, empty, or one that this command began.")
    private Path folder;

    @Option(
            names = "--styles",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many styles, 2 to 1000000. More than before adds styles. Default: 200.")
    private int styles;

    @Option(
            names = "--pictures",
            paramLabel = "K",
            defaultValue = "10",
            description = "How many pictures of each style, 2 to 1000. Default: 10.")
    private int pictures;

    @Option(
            names = "--size",
            paramLabel = "PIXELS",
            defaultValue = "256",
            description = "The width and height of a picture, a multiple of 16 from 16 to 1024. Default: 256.")
    private int size;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            description =
                    "The seed of the first style; the others have the seeds after it. Seeds from 3000000 on are kept"
                            + " for judging. Default: 0, with --held-out 3000000.")
    private @Nullable Long seed;

    @Option(
            names = "--held-out",
            paramLabel = "PART",
            description =
                    "Compose what training never shows: hands (by other illustrators), neon (another treatment) or"
                            + " cells (pairs of a thing and a hand that training leaves out).")
    private @Nullable HeldOut heldOut;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "How many styles are composed at the same time. The pictures do not depend on it. Default: one for"
                            + " each processor.")
    private @Nullable Integer threads;

    Path folder() {
        return folder;
    }

    /** @throws org.stylecodes.error.InvalidRequestException if a value is out of range */
    StyleSelection selection() {
        long first = seed != null ? seed : heldOut == null ? 0 : StyleSelection.FOR_JUDGING;
        return new StyleSelection(first, styles, pictures, size, heldOut);
    }

    boolean usesHeldOutHands() {
        return heldOut == HeldOut.HANDS;
    }

    /** @throws BadValueException if it is not from 1 to 1024 */
    int threads() {
        if (threads == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (threads < 1 || threads > MAX_THREADS) {
            throw new BadValueException("--threads is " + threads + "; expected 1 to " + MAX_THREADS);
        }
        return threads;
    }

    /**
     * Checks the values and the folder before any work.
     *
     * @throws org.stylecodes.error.InvalidRequestException if a value is out of range or the folder holds something else
     */
    void check() {
        selection();
        threads();
        IllustrationFolder.requireUsable(folder);
    }
}
