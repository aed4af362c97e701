package org.stylecodes.error;

import org.jspecify.annotations.Nullable;

/** A model file, folder or configuration that does not say what it should; names the file, and the tensor and offset where they are known. */
public class ModelFormatException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final @Nullable String tensor;
    private final long offset;

    /**
     * @param file the file or folder at fault
     * @param tensor the tensor or configuration key at fault, or null where there is none
     * @param offset the byte in the file, or -1 where it has no meaning
     * @param problem what was found and what was expected
     */
    public ModelFormatException(String file, @Nullable String tensor, long offset, String problem) {
        super(message(file, tensor, offset, problem));
        this.file = file;
        this.tensor = tensor;
        this.offset = offset;
    }

    /**
     * @param file the file or folder at fault
     * @param tensor the tensor or configuration key at fault, or null where there is none
     * @param offset the byte in the file, or -1 where it has no meaning
     * @param problem what was found and what was expected
     * @param cause what led to it
     */
    public ModelFormatException(String file, @Nullable String tensor, long offset, String problem, Throwable cause) {
        super(message(file, tensor, offset, problem), cause);
        this.file = file;
        this.tensor = tensor;
        this.offset = offset;
    }

    /**
     * A fault of a whole file.
     *
     * @param file the file or folder at fault
     * @param problem what was found and what was expected
     * @param cause what led to it
     */
    public ModelFormatException(String file, String problem, Throwable cause) {
        this(file, null, -1, problem, cause);
    }

    /**
     * A fault of a whole file.
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

    /** The tensor or configuration key at fault, or null. */
    public @Nullable String tensor() {
        return tensor;
    }

    /** The byte in the file where the fault was noticed, or -1. */
    public long offset() {
        return offset;
    }

    private static String message(String file, @Nullable String tensor, long offset, String problem) {
        String where = tensor == null ? file : file + ": " + tensor;
        return offset < 0 ? where + ": " + problem : where + " (byte " + offset + "): " + problem;
    }
}
