import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.stylecodes.Guidance;
import org.stylecodes.Interval;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.code.StyleCode;
import org.stylecodes.image.Pictures;
import org.stylecodes.sampler.Sampler;

/**
 * Draws and encodes by the public API alone, so that it compiles against any version of it, and prints how long that took: a name and a
 * number in each line.
 */
public class Driver {
    private static final StyleCode STYLE = StyleCode.parse("RIgP_58waM-Dx3A5idNo");

    /** @param arguments the model folder or "nano", the side of the picture in pixels, the steps, how often to draw it again, and whether to draw with the defaults */
    public static void main(String[] arguments) throws IOException {
        int side = Integer.parseInt(arguments[1]);
        int steps = Integer.parseInt(arguments[2]);
        int repetitions = Integer.parseInt(arguments[3]);
        double begin = ManagementFactory.getRuntimeMXBean().getStartTime() / 1e3;
        try (StyleCodes model = arguments[0].equals("nano") ? StyleCodes.nano() : StyleCodes.open(Path.of(arguments[0]))) {
            boolean small = arguments[0].equals("nano");
            Guidance guidance = small ? Guidance.joint(2) : Guidance.reference(3);
            // Defaults differ between versions, so everything is given.
            Request plain = Request.of("a house on a hill")
                    .sampler(Sampler.DDIM)
                    .steps(steps)
                    .strength(small ? 1 : 0.9)
                    .guidance(guidance.textWithin(Interval.ALL).styleWithin(Interval.ALL))
                    .size(side, side)
                    .seed(1);
            Run first = new Run(model, plain.style(STYLE));
            double step = first.step();
            print("first picture", first.end - begin);
            print("load to first step", first.times.get(0) - begin - step);
            print("styled step", step);
            print("VAE decode", first.end - first.times.get(first.times.size() - 1));
            print("plain step", new Run(model, plain.steps(Math.min(steps, 4))).step());
            List<Double> warm = new ArrayList<>();
            for (int i = 0; i < repetitions; i++) {
                warm.add(new Run(model, plain.style(STYLE)).seconds());
            }
            if (repetitions > 0) {
                print("warm picture", median(warm));
            }
            if (Boolean.parseBoolean(arguments[4])) {
                Request recipe = Request.of("a house on a hill").style(STYLE).size(side, side).seed(1);
                print("default recipe", new Run(model, recipe).seconds());
            }
            print("encode", encode(model));
        }
        print("peak memory GiB", peakGibibytes());
    }

    private static double encode(StyleCodes model) throws IOException {
        Path picture = Files.createTempFile("bench", ".png");
        ImageIO.write(new BufferedImage(512, 512, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            double begin = now();
            model.encode(Pictures.read(picture));
            times.add(now() - begin);
        }
        Files.delete(picture);
        return median(times.subList(1, times.size())); // the first reads the weights
    }

    private static double peakGibibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / (1 << 20))
                .sum();
    }

    private static void print(String name, double value) {
        System.out.printf(Locale.ROOT, "%s\t%.4f%n", name, value);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    private static double now() {
        return System.currentTimeMillis() / 1e3;
    }

    /** One picture, with the time at which each step ended. */
    private static class Run {
        private final List<Double> times = new ArrayList<>();
        private final double begin = now();
        private final double end;

        Run(StyleCodes model, Request request) {
            model.generate(request.listener(progress -> times.add(now())));
            end = now();
        }

        double seconds() {
            return end - begin;
        }

        double step() {
            List<Double> steps = new ArrayList<>();
            for (int i = 1; i < times.size(); i++) {
                steps.add(times.get(i) - times.get(i - 1));
            }
            return median(steps);
        }
    }
}
