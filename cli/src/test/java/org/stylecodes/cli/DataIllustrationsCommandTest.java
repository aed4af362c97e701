package org.stylecodes.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataIllustrationsCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aSourceNeedsAFolderThatExists() {
        Path none = folder.resolve("none");
        ProgramRun.of("data", "illustrations", "--pack", folder + "/a.pack", "--source", "sy=" + none)
                .misused("--source sy: there is no folder " + none);
    }

    @Test
    void anUnknownSourceIsNamed() {
        ProgramRun.of("data", "illustrations", "--pack", folder + "/a.pack", "--source", "photos=" + folder)
                .misused("there is no source photos; expected one of [3d, emojione, emojione-monotone, fluent-emoji,"
                        + " fluent-emoji-flat, fluent-emoji-high-contrast, fxemoji, game-icons, icon-park, nm, noto,"
                        + " noto-v1, streamline-emojis, sy, twemoji]");
    }

    @Test
    void thePackIsRequired() {
        ProgramRun.of("data", "illustrations").misused("Missing required option: '--pack=FILE'");
    }
}
