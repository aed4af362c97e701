package org.stylecodes.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Device;
import org.stylecodes.GuidanceMode;
import org.stylecodes.Interval;
import org.stylecodes.Preset;
import org.stylecodes.Size;
import org.stylecodes.cli.bench.RandomModel;
import org.stylecodes.error.StyleCodesException;
import org.stylecodes.sampler.Sampler;
import org.stylecodes.train.scene.SceneObject;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts the values of options and parameters. The error messages do not mention Java types. */
final class ArgumentValues {
    private static final Pattern INTERVAL = Pattern.compile("([0-9.]{1,12})-([0-9.]{1,12})");

    private ArgumentValues() {}

    /** Registers the converters with a program and all its subcommands. */
    static CommandLine register(CommandLine program) {
        ITypeConverter<Double> number = ArgumentValues::number;
        ITypeConverter<Integer> whole = text -> Math.toIntExact(whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE));
        ITypeConverter<Long> longWhole = text -> whole(text, Long.MIN_VALUE, Long.MAX_VALUE);
        return program.registerConverter(double.class, number)
                .registerConverter(Double.class, number)
                .registerConverter(int.class, whole)
                .registerConverter(Integer.class, whole)
                .registerConverter(long.class, longWhole)
                .registerConverter(Long.class, longWhole)
                .registerConverter(Size.class, parsedBy(Size::parse))
                .registerConverter(Interval.class, parsedBy(ArgumentValues::interval))
                .registerConverter(Sampler.class, parsedBy(Sampler::of))
                .registerConverter(Preset.class, oneOf(Preset.class))
                .registerConverter(RandomModel.Sizes.class, oneOf(RandomModel.Sizes.class))
                .registerConverter(Device.class, parsedBy(Device::parse))
                .registerConverter(GuidanceMode.class, oneOf(GuidanceMode.class))
                .registerConverter(ModelOption.PrecisionChoice.class, oneOf(ModelOption.PrecisionChoice.class))
                .registerConverter(SceneObject.class, oneOf(SceneObject.class));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            throw new TypeConversionException("'" + text + "' is not a number");
        }
    }

    private static long whole(String text, long least, long most) {
        if (!text.matches("[+-]?\\d+")) {
            throw new TypeConversionException("'" + text + "' is not a whole number");
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException tooLong) {
            // Out of range too: the number has too many digits for a long.
        }
        throw new TypeConversionException(text + " is out of range; expected " + least + " to " + most);
    }

    /** Returns an interval as options take it, such as 0.1-0.8; empty for null. */
    static String text(@Nullable Interval interval) {
        return interval == null ? "" : interval.start() + "-" + interval.end();
    }

    private static Interval interval(String text) {
        Matcher matcher = INTERVAL.matcher(text.strip());
        try {
            if (matcher.matches()) {
                return new Interval(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)));
            }
        } catch (NumberFormatException notANumber) {
            // Dots without a digit, such as "..", are refused below.
        }
        throw new TypeConversionException(
                "'" + text + "' is not an interval; expected two fractions from 0 to 1, such as 0.2-0.8");
    }

    private static <E extends Enum<E>> ITypeConverter<E> oneOf(Class<E> type) {
        return text -> Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(value -> value.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }

    private static <T> ITypeConverter<T> parsedBy(Function<String, T> parser) {
        return text -> {
            try {
                return parser.apply(text);
            } catch (StyleCodesException refusal) {
                throw new TypeConversionException(refusal.getMessage());
            }
        };
    }
}
