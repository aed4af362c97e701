package org.stylecodes.studio.http;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;
import org.stylecodes.image.ReadOptions;
import org.stylecodes.studio.Limits;
import org.stylecodes.studio.picture.PictureMemory;

/** Files that are sent as parts of a form. Their names are for messages only. */
record Uploads(Workshop workshop) {
    private static final String FORM = "multipart/form-data";
    private static final int LONGEST_NAME = 80;
    private static final int AROUND = 1 << 16; // bytes of names, texts and boundaries
    private static final int MOST_FULL_FILES = 8; // many may be sent at once, but not all of the largest size

    /** The files under a name, at least one. */
    List<UploadedFile> files(Context context, String part, int most) {
        return files(context, part, longest(limits(), most), most);
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
            throw ProblemException.malformed("there is no file in a part named '" + part + "'");
        }
        if (files.size() > most) {
            throw new ProblemException(
                    413, "Too large", "there are " + files.size() + " files; expected at most " + most);
        }
        return files;
    }

    /** The longest form with so many files, in bytes. */
    static long longest(Limits limits, int files) {
        return (long) Math.min(files, MOST_FULL_FILES) * limits.uploadBytes() + AROUND;
    }

    /** The one file under the first of some names that has any; another one may lie beside it. */
    UploadedFile file(Context context, List<String> names) {
        long longest = longest(limits(), 2);
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
        try (BodyDeadline deadline = BodyDeadline.of(context, longest)) {
            return context.uploadedFiles(part);
        } catch (ProblemException e) {
            throw e;
        } catch (Exception e) { // a checked one too, which Javalin's language does not declare
            context.header("Connection", "close"); // since the server closes it, what is left of the body being unread
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof HttpException refusal && refusal.getCode() == HttpStatus.PAYLOAD_TOO_LARGE_413
                        || String.valueOf(cause.getMessage()).contains("exceeded")) {
                    throw new ProblemException(
                            413,
                            "Too large",
                            "a file or the whole form is too long; expected at most " + limits().uploadBytes()
                                    + " bytes a file");
                }
            }
            throw ProblemException.malformed("the form is malformed, or broke off");
        }
    }

    /**
     * Does something with the bytes of a file.
     *
     * @throws org.stylecodes.studio.picture.MemoryFullException if too much is being done
     */
    <T> T use(UploadedFile file, Function<byte[], T> use) {
        if (file.size() > limits().uploadBytes()) {
            throw new ProblemException(
                    413,
                    "Too large",
                    name(file) + " has " + file.size() + " bytes; expected at most " + limits().uploadBytes());
        }
        try (PictureMemory.Place place = workshop.memory().file(file.size());
                InputStream in = file.content()) {
            return use.apply(in.readNBytes(limits().uploadBytes()));
        } catch (IOException e) {
            throw ProblemException.malformed(name(file) + " broke off");
        }
    }

    /**
     * Does something with the picture in the bytes of a file.
     *
     * @throws org.stylecodes.studio.picture.MemoryFullException if too much is being done
     */
    <T> T use(byte[] bytes, String name, Function<Picture, T> use) {
        ReadOptions options =
                ReadOptions.DEFAULT.withMaxBytes(limits().uploadBytes()).withMaxPixels(limits().uploadPixels());
        long pixels = Math.min(limits().uploadPixels(), Pictures.pixels(bytes, name)); // more are refused below
        try (PictureMemory.Place place = workshop.memory().pixels(pixels)) {
            return use.apply(Pictures.read(bytes, name, options));
        }
    }

    private Limits limits() {
        return workshop.limits();
    }

    /** What to call a file. */
    static String name(UploadedFile file) {
        String name = file.filename().replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        if (name.isEmpty()) {
            return "the picture";
        }
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
