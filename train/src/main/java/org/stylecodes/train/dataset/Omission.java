package org.stylecodes.train.dataset;

import java.util.List;

/**
 * Files and entries that a data set leaves out, all for one reason.
 *
 * @param reason why
 * @param count how many
 * @param names the first of them, at most {@value #NAMES}
 */
public record Omission(Reason reason, int count, List<String> names) {
    /** How many names are kept for each reason. */
    static final int NAMES = 20;

    /** Why something is left out. */
    public enum Reason {
        HIDDEN("hidden files and folders"),
        REPEATED_FOLDER("links to folders that are read already, or that lead in a circle"),
        NOT_A_FILE("names of pictures that are not files, such as broken links"),
        UNREADABLE_FOLDER("folders that cannot be read"),
        NO_STYLE("pictures without a style (put them in a folder, or name the style in their entry)"),
        BAD_ENTRY("entries with damaged JSON or without the name of a picture"),
        MISSING_FILE("listed pictures that do not exist"),
        OUTSIDE("names that lead out of the data set"),
        UNLISTED("pictures that no entry lists"),
        DAMAGED_SHARD("damaged shards (only the pictures before the damage are used)"),
        COMPRESSED_SHARD("compressed shards (decompress them to .tar first)");

        private final String description;

        Reason(String description) {
            this.description = description;
        }

        /** The reason in words, as a plural. */
        public String description() {
            return description;
        }
    }

    /** Copies the names. */
    public Omission {
        names = List.copyOf(names);
    }
}
