package org.stylecodes.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Guidance;
import org.stylecodes.ModelInfo;
import org.stylecodes.Placement;
import org.stylecodes.Provenance;
import org.stylecodes.StyleCodes;
import org.stylecodes.prompt.KnownWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Describes a model. */
@Command(
        name = "info",
        description =
                "Describe a model: its id, its size, the defaults of its requests, the words that it knows, and its"
                        + " provenance.",
        footer = {"", "Examples:", "  stylecodes model info", "  stylecodes model info models/sd15 --json"})
final class ModelInfoCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Parameters(
            arity = "0..1",
            paramLabel = "MODEL",
            description =
                    "A model folder, a single-file checkpoint, or a name that 'stylecodes model list' prints. Default: the"
                            + " built-in model.")
    private @Nullable String name;

    @Option(names = "--json", description = "Print a JSON object.")
    private boolean json;

    @Override
    public void run() {
        ModelInfo info;
        try (StyleCodes model = ModelCatalog.ofUser().open(name, Placement.CPU)) {
            info = model.info();
        }
        PrintWriter out = spec.commandLine().getOut();
        ObjectNode object = json(info);
        if (json) {
            out.println(object.toPrettyString());
        } else {
            print(out, "", object);
        }
        out.flush();
    }

    private static ObjectNode json(ModelInfo info) {
        Guidance guidance = info.guidance();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", info.id())
                .put("size", info.size().toString())
                .put("size step", info.sizeStep())
                .put("steps", info.steps())
                .put("sampler", info.sampler().id())
                .put("strength", info.strength())
                .put("guidance", guidance.text())
                .put("guidance mode", String.valueOf(guidance.mode()).toLowerCase(Locale.ROOT));
        if (guidance.style() != null) {
            json.put("style guidance", guidance.style());
        }
        json.put("guidance interval", ArgumentValues.text(guidance.textInterval()))
                .put("style interval", ArgumentValues.text(guidance.styleInterval()));
        ObjectNode parameters = json.putObject("parameters");
        info.parameters().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(part -> parameters.put(part.getKey(), part.getValue()));
        if (!info.words().equals(KnownWords.ANY)) {
            ArrayNode words = json.putArray("words");
            info.words().words().forEach(words::add);
        }
        json.set("provenance", json(info.provenance()));
        return json;
    }

    private static ObjectNode json(Provenance provenance) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("data", provenance.data())
                .put("licence", provenance.licence());
        for (Provenance.Stage stage : provenance.stages()) {
            ObjectNode object = json.putObject(stage.name())
                    .put("settings", stage.settings())
                    .put("seed", stage.seed())
                    .put("steps", stage.steps())
                    .put("batch", stage.batch())
                    .put("seconds", stage.seconds())
                    .put("trainer", stage.trainer());
            new TreeMap<>(stage.more()).forEach(object::put);
            removeNulls(object);
        }
        new TreeMap<>(provenance.more()).forEach(json::put);
        removeNulls(json);
        return json;
    }

    private static void removeNulls(ObjectNode json) {
        json.properties().removeIf(field -> field.getValue().isNull());
    }

    private static void print(PrintWriter out, String indent, JsonNode object) {
        object.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isObject()) {
                out.println(indent + field.getKey());
                print(out, indent + "  ", value);
            } else {
                String name = indent
                        + field.getKey()
                        + " "
                                .repeat(Math.max(
                                        1, 20 - indent.length() - field.getKey().length()));
                out.println(name + text(value));
            }
        });
    }

    private static String text(JsonNode value) {
        if (value.isArray() && value.valueStream().allMatch(JsonNode::isTextual)) {
            return value.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "));
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
