package org.stylecodes.train.dataset;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files in a data set, told by their names. */
enum FileKind {
    PICTURE(".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif"),
    CAPTION(".txt", ".caption"),
    METADATA("metadata.jsonl"),
    SHARD(".tar"),
    COMPRESSED_SHARD(".tar.gz", ".tgz", ".tar.zst", ".tar.xz", ".tar.bz2");

    private final List<String> endings;

    FileKind(String... endings) {
        this.endings = List.of(endings);
    }

    /** The kind of a file by its name without folders, or empty if data sets have no such files. */
    static Optional<FileKind> of(String file) {
        String lower = file.toLowerCase(Locale.ROOT);
        for (FileKind kind : values()) {
            boolean whole = kind == METADATA;
            if (kind.endings.stream().anyMatch(whole ? lower::equals : lower::endsWith)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Whether programs and operating systems hide a file or folder of this name, or keep their own data in it. */
    static boolean isHidden(String file) {
        return file.startsWith(".") || file.equals("__MACOSX") || file.equals("@eaDir");
    }
}
