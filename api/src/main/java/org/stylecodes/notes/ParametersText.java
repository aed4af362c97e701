package org.stylecodes.notes;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Request;
import org.stylecodes.Size;
import org.stylecodes.code.CodeText;
import org.stylecodes.error.StyleCodesException;
import org.stylecodes.sampler.Sampler;

/**
 * Reads and writes the text {@code parameters} as AUTOMATIC1111's web interface writes it: the prompt, the negative prompt on a
 * labelled line, and settings with names and values, separated by commas, on the last line.
 */
final class ParametersText {
    private static final String NEGATIVE = "Negative prompt: ";
    private static final Pattern SETTING =
            Pattern.compile("\\s*+(\\w[\\w \\-/]{1,60}+):\\s*+(\"(?:\\\\.|[^\\\\\"]++)++\"|[^,]*+)(?:,|$)");
    private static final int LONGEST_SETTINGS = 8192; // a longer last line is taken as part of the prompt
    private static final int FEWEST_SETTINGS = 3; // a last line with fewer settings is taken as part of the prompt

    private ParametersText() {}

    static String of(PictureNotes notes) {
        Request request = notes.request();
        Map<String, @Nullable Object> settings = new LinkedHashMap<>();
        settings.put("Steps", request.steps());
        settings.put(
                "Sampler", request.sampler() == null ? null : request.sampler().title());
        settings.put("CFG scale", request.guidance().text());
        settings.put("Seed", request.seed());
        settings.put("Size", request.size());
        settings.put("Model", notes.model());
        settings.put("Denoising strength", notes.initStrength());
        settings.put("Style code", notes.mixedCode());
        settings.put("Style strength", request.styles().isEmpty() ? null : request.strength());
        settings.put("Style guidance", request.guidance().style());
        settings.put("Version", notes.version() == null ? null : "stylecodes " + notes.version());
        return request.prompt()
                + (request.negative().isEmpty() ? "" : "\n" + NEGATIVE + request.negative())
                + "\n"
                + settings.entrySet().stream()
                        .filter(setting -> setting.getValue() != null)
                        .map(setting -> setting.getKey() + ": " + quoted(String.valueOf(setting.getValue())))
                        .collect(Collectors.joining(", "));
    }

    /** Reads a text that may come from another program. Values that this program does not know are ignored. */
    static Request read(String text) {
        List<String> lines = new ArrayList<>(text.strip().lines().toList());
        Map<String, String> settings = lines.isEmpty() ? Map.of() : settings(lines.get(lines.size() - 1));
        if (!settings.isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        Request request = prompts(String.join("\n", lines));
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            request = apply(request, setting.getKey(), setting.getValue());
        }
        return request;
    }

    private static Request prompts(String text) {
        int end = text.startsWith(NEGATIVE) ? 0 : text.indexOf("\n" + NEGATIVE);
        if (end < 0) {
            return Request.of(text.strip());
        }
        String negative = text.substring(text.indexOf(NEGATIVE, end) + NEGATIVE.length());
        return Request.of(text.substring(0, end).strip()).negative(negative.strip());
    }

    private static Map<String, String> settings(String line) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (line.length() > LONGEST_SETTINGS) {
            return settings;
        }
        Matcher matcher = SETTING.matcher(line);
        while (matcher.find()) {
            settings.put(matcher.group(1), unquoted(matcher.group(2).strip()));
        }
        return settings.size() < FEWEST_SETTINGS ? Map.of() : settings;
    }

    private static Request apply(Request request, String name, String value) {
        try {
            return switch (name) {
                case "Steps" -> request.steps(Integer.parseInt(value));
                case "Sampler" -> request.sampler(Sampler.of(value));
                case "CFG scale" -> request.guidance(Double.parseDouble(value));
                case "Seed" -> request.seed(Long.parseLong(value));
                case "Size" -> request.size(Size.parse(value));
                case "Style code" -> request.style(CodeText.parse(value), 1);
                case "Style strength" -> request.strength(Double.parseDouble(value));
                case "Style guidance" -> request.guidance(request.guidance().style(Double.parseDouble(value)));
                default -> request;
            };
        } catch (IllegalArgumentException | StyleCodesException foreign) {
            return request; // ignores the value, such as a sampler that this program lacks
        }
    }

    // AUTOMATIC1111 writes a value that contains a separator as a JSON string.
    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == ':' || c == '\n');
        return plain ? value : TextNode.valueOf(value).toString();
    }

    private static String unquoted(String value) {
        if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) {
            return value;
        }
        return value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
    }
}
