package org.stylecodes.conformance;

/** Checks one kind of case. */
@FunctionalInterface
interface Check {
    /**
     * Computes a case and compares it with the recording.
     *
     * @param file the path of the case below the archive's root
     * @param comparison receives the differences
     */
    void run(Archive archive, String file, Comparison comparison);
}
