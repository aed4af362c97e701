package org.stylecodes.cli.code;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import picocli.CommandLine.Option;

/** Prints the codes that a command made, one per line, in the shared form if their model is known. */
final class CodeOutput {
    @Option(
            names = "--json",
            description =
                    "Print a JSON array with one object per code: code, shared (if the model is known) and levels.")
    private boolean json;

    void print(PrintWriter out, List<StyleCode> codes, @Nullable String modelId) {
        if (json) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            codes.forEach(code -> array.add(object(code, modelId)));
            out.println(array.toPrettyString());
        } else {
            codes.forEach(code -> out.println(modelId == null ? code : new SharedCode(modelId, code)));
        }
        out.flush();
    }

    private static ObjectNode object(StyleCode code, @Nullable String modelId) {
        ObjectNode object = JsonNodeFactory.instance.objectNode().put("code", code.toString());
        if (modelId != null) {
            object.put("shared", new SharedCode(modelId, code).toString());
        }
        ArrayNode levels = object.putArray("levels");
        for (int level : code.levels()) {
            levels.add(level);
        }
        return object;
    }
}
