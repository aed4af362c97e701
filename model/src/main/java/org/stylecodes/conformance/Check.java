package org.stylecodes.conformance;

/** What one kind of case is held against. */
@FunctionalInterface
interface Check {
    /**
     * @param archive the archive
     * @param file the case, below the archive
     * @param comparison where differences go
     */
    void run(Archive archive, String file, Comparison comparison);
}
