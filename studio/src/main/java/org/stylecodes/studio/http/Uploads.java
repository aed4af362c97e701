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

/** Reads files that are sent as parts of a form. Their names are used in messages only. Thread-safe. */
public final class Uploads {
    private static final String FORM = "multipart/form-data";
    private static final int LONGEST_NAME = 80;
    private static final int AROUND = 1 << 16; // bytes of names, texts and boundaries
    private static final int MOST_FULL_FILES = 8; // many may be sent at once, but not all of the largest size

    private static final int COPIES =
            5; // of a JSON body in memory: its bytes, its characters while being read, its texts

    private static final int IN_MEMORY = 1 << 20;

    private final Limits limits;
    private final MemoryBudget memory;
    private final Path folder;

    /**
     * @param memory that the files and their pixels take
     * @param folder for files while they are received
     */
    public Uploads(Limits limits, MemoryBudget memory, Path folder) {
        this.limits = limits;
        this.memory = memory;
        this.folder = folder;
    }

    /** The files under a name, at least one. */
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
            throw ProblemException.malformed("there is no file in a part named '" + part + "'")
                    .about(part);
        }
        if (files.size() > most) {
            throw new ProblemException(
                            413, "Too large", "there are " + files.size() + " files; expected at most " + most)
                    .about(part);
        }
        return files;
    }

    /** The longest form with so many files, in bytes. */
    public static long longest(Limits limits, int files) {
        return (long) Math.min(files, MOST_FULL_FILES) * limits.uploadBytes() + AROUND;
    }

    /** The one file under the first of some names that has any; another one may lie beside it. */
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

    // Reads the whole body, in which anything may be.
    private List<UploadedFile> parts(Context context, String part, long longest) {
        if (MultiPart.extractBoundary(context.contentType()) == null) {
            throw ProblemException.malformed("the body has the type " + context.contentType() + "; expected " + FORM
                    + " with the boundary of its parts");
        }
        // Long files are refused one by one in use, but the whole form may not fill the disk.
        context.attribute(
                ServletContextRequest.MULTIPART_CONFIG_ELEMENT,
                new MultipartConfigElement(folder.toString(), -1, longest, IN_MEMORY));
        try (BodyTimeout deadline = BodyTimeout.of(context, longest)) {
            return context.uploadedFiles(part);
        } catch (ProblemException e) {
            throw e;
        } catch (Exception e) { // a checked one too, which Javalin's language does not declare
            context.header("Connection", "close"); // since the server closes it, what is left of the body being unread
            throw refusal(e, longest);
        }
    }

    // Jetty's parser says by the type what was wrong: a state for what is too long, I/O for a file or for the
    // connection.
    private static StyleCodesException refusal(Exception failure, long longest) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalStateException) {
                return BodyTimeout.tooLong(longest);
            }
            boolean brokeOff = cause instanceof EOFException || cause instanceof ClosedChannelException;
            if (cause instanceof IOException ofFile && !brokeOff) {
                return notKept(ofFile);
            }
        }
        return ProblemException.malformed("the form is malformed, or broke off");
    }

    private static EnvironmentException notKept(IOException cause) {
        return new EnvironmentException("cannot keep an upload in the folder for temporary files", cause);
    }

    /**
     * Does something with the bytes of a file.
     *
     * @throws org.stylecodes.studio.error.OverloadedException if too much is being done
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
     * Does something with the picture in the bytes of a file.
     *
     * @throws org.stylecodes.studio.error.OverloadedException if too much is being done
     */
    public <T> T use(byte[] bytes, String name, Function<Picture, T> use) {
        ReadOptions options =
                ReadOptions.DEFAULT.withMaxBytes(limits.uploadBytes()).withMaxPixels(limits.uploadPixels());
        long pixels = Math.min(limits.uploadPixels(), Pictures.pixels(bytes, name)); // more are refused below
        try (MemoryBudget.Reservation room = memory.pixels(pixels)) {
            return use.apply(Pictures.read(bytes, name, options));
        }
    }

    /**
     * Reads a JSON body that carries one picture in base64, and does something with it while room for the body is reserved.
     *
     * @param fields how many bytes the rest of the body may have
     * @throws org.stylecodes.studio.error.OverloadedException if there is no room
     */
    public <T> void useJson(Context context, Class<T> type, int fields, Consumer<T> use) {
        int longest = limits.uploadBytes() / 3 * 4 + fields;
        long declared = context.req().getContentLengthLong();
        long bytes = declared < 0 ? longest : Math.min(declared, longest);
        try (MemoryBudget.Reservation room = memory.body(bytes * COPIES)) {
            use.accept(Json.read(context, type, longest));
        }
    }

    /** What to call a file. */
    public static String name(UploadedFile file) {
        String name = file.filename().replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        if (name.isEmpty()) {
            return "the picture";
        }
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
