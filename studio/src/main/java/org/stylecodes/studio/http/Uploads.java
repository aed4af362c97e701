package org.stylecodes.studio.http;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import jakarta.servlet.MultipartConfigElement;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.MultiPart;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.error.StyleCodesException;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;
import org.stylecodes.image.ReadOptions;
import org.stylecodes.studio.limits.Limits;
import org.stylecodes.studio.limits.MemoryBudget;

/** Reads uploaded files from multipart forms. The file names are used only in messages. Thread-safe. */
public final class Uploads {
    private static final String FORM = "multipart/form-data";
    private static final int MAX_NAME_LENGTH = 80;
    private static final int FORM_OVERHEAD = 1 << 16; // bytes for names, texts and boundaries
    private static final int MAX_FULL_FILES = 8; // a form may have more files, but not all of the largest size

    private static final int COPIES = 5; // of a JSON body in memory: bytes, characters while parsing, texts

    private static final int IN_MEMORY = 1 << 20;

    private final Limits limits;
    private final MemoryBudget memory;
    private final Path folder;

    /**
     * @param memory the memory budget for files and their pixels
     * @param folder the folder for files that are being received
     */
    public Uploads(Limits limits, MemoryBudget memory, Path folder) {
        this.limits = limits;
        this.memory = memory;
        this.folder = folder;
    }

    /**
     * The files of a form's part: at least one, at most {@code most}.
     *
     * @throws ProblemException if the request is not such a form or is too large
     */
    public List<UploadedFile> files(Context context, String part, int most) {
        return files(context, part, longest(limits, most), most);
    }

    private List<UploadedFile> files(Context context, String part, long longest, int most) {
        if (!isForm(context)) {
            throw new ProblemException(
                    415,
                    "Unsupported media type",
                    "the body has the type " + context.contentType() + "; expected " + FORM);
        }
        List<UploadedFile> files = parts(context, part, longest);
        if (files.isEmpty()) {
            throw ProblemException.malformed("the form has no file in a part named '" + part + "'")
                    .about(part);
        }
        if (files.size() > most) {
            throw new ProblemException(
                            413, "Too large", "there are " + files.size() + " files; expected at most " + most)
                    .about(part);
        }
        return files;
    }

    /** The most bytes that a form with so many files may have. */
    public static long longest(Limits limits, int files) {
        return (long) Math.min(files, MAX_FULL_FILES) * limits.uploadBytes() + FORM_OVERHEAD;
    }

    /** The single file of the first part in {@code names} that has one. The form may hold one more file, such as a mask. */
    public UploadedFile file(Context context, List<String> names) {
        long longest = longest(limits, 2);
        String last = names.get(names.size() - 1);
        String found = names.stream()
                .filter(name ->
                        isForm(context) && !parts(context, name, longest).isEmpty())
                .findFirst()
                .orElse(last);
        return files(context, found, longest, 1).get(0);
    }

    private static boolean isForm(Context context) {
        return String.valueOf(context.contentType()).toLowerCase(Locale.ROOT).startsWith(FORM);
    }

    // Reads the whole body, which may hold anything.
    private List<UploadedFile> parts(Context context, String part, long longest) {
        if (MultiPart.extractBoundary(context.contentType()) == null) {
            throw ProblemException.malformed("the body has the type " + context.contentType() + "; expected " + FORM
                    + " with the boundary of its parts");
        }
        // Large files are refused later, in use(). This limit keeps the whole form from filling the disk.
        context.attribute(
                ServletContextRequest.MULTIPART_CONFIG_ELEMENT,
                new MultipartConfigElement(folder.toString(), -1, longest, IN_MEMORY));
        try (BodyTimeout deadline = BodyTimeout.of(context, longest)) {
            return context.uploadedFiles(part);
        } catch (ProblemException e) {
            throw e;
        } catch (Exception e) { // also checked exceptions, which Kotlin does not declare
            context.header("Connection", "close"); // because the rest of the body stays unread
            throw refusal(e, longest);
        }
    }

    // The types of Jetty's exceptions tell the cause: an IllegalStateException means that the form is too long, an
    // IOException that a file or the connection failed.
    private static StyleCodesException refusal(Exception failure, long longest) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalStateException) {
                return BodyTimeout.tooLong(longest);
            }
            boolean endedEarly = cause instanceof EOFException || cause instanceof ClosedChannelException;
            if (cause instanceof IOException ofFile && !endedEarly) {
                return notKept(ofFile);
            }
        }
        return ProblemException.malformed("the form is malformed or ended early; expected a complete " + FORM);
    }

    private static EnvironmentException notKept(IOException cause) {
        return new EnvironmentException("cannot store an upload in the folder for temporary files", cause);
    }

    /**
     * Passes the bytes of a file to a function while memory is reserved for them.
     *
     * @throws ProblemException if the file is too large
     * @throws org.stylecodes.studio.error.OverloadedException if too many uploads are in progress
     */
    public <T> T use(UploadedFile file, Function<byte[], T> use) {
        if (file.size() > limits.uploadBytes()) {
            throw new ProblemException(
                    413,
                    "Too large",
                    name(file) + " has " + file.size() + " bytes; expected at most " + limits.uploadBytes());
        }
        try (MemoryBudget.Reservation room = memory.file(file.size());
                InputStream in = file.content()) {
            return use.apply(in.readNBytes(limits.uploadBytes()));
        } catch (IOException e) {
            throw notKept(e);
        }
    }

    /**
     * Decodes a picture and passes it to a function while memory is reserved for its pixels.
     *
     * @throws org.stylecodes.studio.error.OverloadedException if too many uploads are in progress
     */
    public <T> T use(byte[] bytes, String name, Function<Picture, T> use) {
        ReadOptions options =
                ReadOptions.DEFAULT.withMaxBytes(limits.uploadBytes()).withMaxPixels(limits.uploadPixels());
        // Pictures.read refuses larger pictures.
        long pixels = Math.min(limits.uploadPixels(), Pictures.pixels(bytes, name));
        try (MemoryBudget.Reservation room = memory.pixels(pixels)) {
            return use.apply(Pictures.read(bytes, name, options));
        }
    }

    /**
     * Reads a JSON body that carries one base64 picture, and passes it to a function while memory is reserved for the body.
     *
     * @param fields the most bytes of the body without the picture
     * @throws org.stylecodes.studio.error.OverloadedException if memory was not available in time
     */
    public <T> void useJson(Context context, Class<T> type, int fields, Consumer<T> use) {
        int longest = limits.uploadBytes() / 3 * 4 + fields;
        long declared = context.req().getContentLengthLong();
        long bytes = declared < 0 ? longest : Math.min(declared, longest);
        try (MemoryBudget.Reservation room = memory.body(bytes * COPIES)) {
            use.accept(Json.read(context, type, longest));
        }
    }

    /** The name of a file for messages: without folders and control characters, and at most 80 characters long. */
    public static String name(UploadedFile file) {
        String name = file.filename().replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        if (name.isEmpty()) {
            return "the picture";
        }
        return name.length() > MAX_NAME_LENGTH ? name.substring(0, MAX_NAME_LENGTH) : name;
    }
}
