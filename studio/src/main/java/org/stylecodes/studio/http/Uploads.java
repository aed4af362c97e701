package org.stylecodes.studio.http;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;
import org.stylecodes.image.ReadOptions;
import org.stylecodes.studio.Limits;

/** Files that are sent as parts of a form. Their names are for messages only. */
record Uploads(Limits limits) {
    private static final String FORM = "multipart/form-data";
    private static final int LONGEST_NAME = 80;

    /** The files under a name, at least one. */
    List<UploadedFile> files(Context context, String part, int most) {
        if (!isForm(context)) {
            throw new ProblemException(
                    415,
                    "Unsupported media type",
                    "the body has the type " + context.contentType() + "; expected " + FORM);
        }
        List<UploadedFile> files = parts(context, part);
        if (files.isEmpty()) {
            throw ProblemException.malformed("there is no file in a part named '" + part + "'");
        }
        if (files.size() > most) {
            throw new ProblemException(
                    413, "Too large", "there are " + files.size() + " files; expected at most " + most);
        }
        return files;
    }

    /** The one file under the first of some names that has any. */
    UploadedFile file(Context context, List<String> names) {
        String last = names.get(names.size() - 1);
        return names.stream()
                .filter(name -> isForm(context) && !parts(context, name).isEmpty())
                .findFirst()
                .map(name -> files(context, name, 1).get(0))
                .orElseGet(() -> files(context, last, 1).get(0));
    }

    private static boolean isForm(Context context) {
        return String.valueOf(context.contentType()).toLowerCase(Locale.ROOT).startsWith(FORM);
    }

    // Reads the whole body, in which anything may be.
    private List<UploadedFile> parts(Context context, String part) {
        try (BodyDeadline deadline = BodyDeadline.of(context)) {
            return context.uploadedFiles(part);
        } catch (Exception e) { // a checked one too, which Javalin's language does not declare
            context.header("Connection", "close"); // since the server closes it, what is left of the body being unread
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof HttpException refusal && refusal.getCode() == HttpStatus.PAYLOAD_TOO_LARGE_413
                        || String.valueOf(cause.getMessage()).contains("exceeded")) {
                    throw new ProblemException(
                            413,
                            "Too large",
                            "a file or the whole form is too long; expected at most " + limits.uploadBytes()
                                    + " bytes a file");
                }
            }
            throw ProblemException.malformed("the form is malformed, or broke off");
        }
    }

    /** The bytes of a file. */
    byte[] bytes(UploadedFile file) {
        if (file.size() > limits.uploadBytes()) {
            throw new ProblemException(
                    413,
                    "Too large",
                    name(file) + " has " + file.size() + " bytes; expected at most " + limits.uploadBytes());
        }
        try (InputStream in = file.content()) {
            return in.readNBytes(limits.uploadBytes());
        } catch (IOException e) {
            throw ProblemException.malformed(name(file) + " broke off");
        }
    }

    /** The picture in the bytes of a file. */
    Picture picture(byte[] bytes, String name) {
        return Pictures.read(
                bytes,
                name,
                ReadOptions.DEFAULT.withMaxBytes(limits.uploadBytes()).withMaxPixels(limits.uploadPixels()));
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
