package org.stylecodes.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stylecodes.StyleCodes;
import org.stylecodes.code.StyleCode;
import org.stylecodes.image.PictureFormatException;
import org.stylecodes.image.Pictures;
import org.stylecodes.image.ReadOptions;

/**
 * The result of encoding one picture, or several merged. Exactly one of {@code code} and {@code error} is not null.
 *
 * @param paths the paths as the user wrote them
 * @param code null if a picture could not be read
 * @param error why the encoding failed; null if it succeeded
 */
record EncodeResult(
        List<String> paths,
        @Nullable StyleCode code,
        @Nullable String error) {
    static EncodeResult of(StyleCodes model, String path, ReadOptions options) {
        try {
            return new EncodeResult(List.of(path), model.encode(Pictures.read(Path.of(path), options)), null);
        } catch (PictureFormatException failure) {
            return new EncodeResult(List.of(path), null, failure.getMessage());
        }
    }

    ObjectNode json(StyleCodes model) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (paths.size() == 1) {
            json.put("path", paths.get(0));
        } else {
            ArrayNode array = json.putArray("paths");
            paths.forEach(array::add);
        }
        if (code == null) {
            return json.put("error", error);
        }
        return json.put("code", code.toString())
                .put("shared", model.share(code).toString())
                .put("model", model.id());
    }
}
