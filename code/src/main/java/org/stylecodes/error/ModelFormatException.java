package org.stylecodes.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a model file, folder or configuration is malformed or incomplete. Names the file, and the tensor and the offset if they
 * are known.
 */
public class ModelFormatException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final @Nullable String tensor;
    private final long offset;

    /**
     * Creates the exception for a place in a file.
     *
     * @param file the file or folder at fault
     * @param tensor the tensor or configuration key at fault; null if there is none
     * @param offset the offset in bytes in the file; -1 if it is not known
     * @param problem what was found and what was expected
     */
    public ModelFormatException(String file, @Nullable String tensor, long offset, String problem) {
        super(message(file, tensor, offset, problem));
        this.file = file;
        this.tensor = tensor;
        this.offset = offset;
    }

    /**
     * Creates the exception for a place in a file, with its cause.
     *
     * @param file the file or folder at fault
     * @param tensor the tensor or configuration key at fault; null if there is none
     * @param offset the offset in bytes in the file; -1 if it is not known
     * @param problem what was found and what was expected
     * @param cause the exception that revealed the problem
     */
    public ModelFormatException(String file, @Nullable String tensor, long offset, String problem, Throwable cause) {
        super(message(file, tensor, offset, problem), cause);
        this.file = file;
        this.tensor = tensor;
        this.offset = offset;
    }

    /**
     * Creates the exception for a whole file, with its cause.
     *
     * @param file the file or folder at fault
     * @param problem what was found and what was expected
     * @param cause the exception that revealed the problem
     */
    public ModelFormatException(String file, String problem, Throwable cause) {
        this(file, null, -1, problem, cause);
    }

    /**
     * Creates the exception for a whole file.
     *
     * @param file the file or folder at fault
     * @param problem what was found and what was expected
     */
    public ModelFormatException(String file, String problem) {
        this(file, null, -1, problem);
    }

    /** The file or folder at fault. */
    public String file() {
        return file;
    }

    /** The tensor or configuration key at fault; null if there is none. */
    public @Nullable String tensor() {
        return tensor;
    }

    /** The offset in bytes at which the fault was noticed; -1 if it is not known. */
    public long offset() {
        return offset;
    }

    private static String message(String file, @Nullable String tensor, long offset, String problem) {
        String where = tensor == null ? file : file + ": " + tensor;
        return offset < 0 ? where + ": " + problem : where + " (byte " + offset + "): " + problem;
    }
}
