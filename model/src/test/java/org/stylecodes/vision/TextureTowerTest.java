package org.stylecodes.vision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.stylecodes.Golden;
import org.stylecodes.tensor.Noise;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.tensor.Weights;

class TextureTowerTest {
    private static final int SIDE = 7;
    private static final TextureConfig CONFIG = new TextureConfig(SIDE, List.of(4, 6), 2, 5);

    private final Map<String, Tensor> weights = new TreeMap<>();
    private final TextureTower tower = tower(CONFIG, weights);

    @Test
    void featuresAreProjectedMeansAndDeviationsOfColoursAndLevels() {
        Scope.run(() -> {
            Tensor pixels = Noise.of(9).normal(2, 3, SIDE, SIDE);
            float[] values = Tensors.floats(pixels);
            List<double[]> vectors = new ArrayList<>();
            for (int picture = 0; picture < 2; picture++) {
                double[][][] map = new double[3][SIDE][SIDE];
                for (int i = 0; i < 3 * SIDE * SIDE; i++) {
                    map[i / SIDE / SIDE][i / SIDE % SIDE][i % SIDE] = values[picture * 3 * SIDE * SIDE + i];
                }
                vectors.addAll(features(map));
            }
            float[] expected = new float[2 * 6 * 5];
            for (int i = 0; i < expected.length; i++) {
                expected[i] = (float) vectors.get(i / 5)[i % 5];
            }
            Tensor found = tower.features(pixels, -1);
            assertArrayEquals(new long[] {2, 6, 5}, Tensors.shape(found));
            Golden.assertClose(expected, Tensors.floats(found), 1e-5);
        });
    }

    @Test
    void aPictureOfOneColourHasFiniteFeatures() {
        Scope.run(() -> assertTrue(tower.features(Tensors.of(new float[3 * SIDE * SIDE], 1, 3, SIDE, SIDE), -1)
                .isfinite()
                .all()
                .item_bool()));
    }

    @Test
    void theConfigurationSaysHowManyVectorsThereAre() {
        TextureConfig three = new TextureConfig(16, List.of(4, 4, 4), 1, 5);
        Scope.run(() -> assertEquals(
                three.vectors(),
                tower(three, new TreeMap<>())
                        .features(Noise.of(1).normal(1, 3, 16, 16), -1)
                        .size(1)));
    }

    @Test
    void anotherLayerIsRefused() {
        Scope.run(() -> assertThrows(
                IllegalArgumentException.class, () -> tower.features(Noise.of(1).normal(1, 3, SIDE, SIDE), -2)));
    }

    @Test
    void gradientsReachEveryWeight() {
        Scope.run(() -> {
            weights.values().forEach(weight -> weight.set_requires_grad(true));
            tower.features(Noise.of(9).normal(1, 3, SIDE, SIDE), -1)
                    .to(ScalarType.Double)
                    .square()
                    .sum()
                    .backward();
            weights.forEach((name, weight) -> assertTrue(weight.grad().defined(), name + " has no gradient"));
        });
    }

    @Test
    void namesAndShapesAreTheDocumentedOnes() {
        Map<String, String> shapes = new TreeMap<>();
        Weights.outline(outlined -> CONFIG.network(outlined))
                .forEach(
                        (name, shape) -> shapes.put(name.replaceFirst("^vision_model\\.", ""), Arrays.toString(shape)));
        Map<String, String> expected = new TreeMap<>();
        for (String statistic : List.of("mean", "deviation")) {
            expected.put("colours." + statistic + ".weight", "[5, 3]");
            expected.put("levels.0.statistics." + statistic + ".weight", "[5, 4]");
            expected.put("levels.1.statistics." + statistic + ".weight", "[5, 6]");
            for (String map : List.of("colours", "levels.0.statistics", "levels.1.statistics")) {
                expected.put(map + "." + statistic + ".bias", "[5]");
            }
        }
        expected.put("levels.0.conv1.weight", "[4, 3, 3, 3]");
        expected.put("levels.1.conv1.weight", "[6, 4, 3, 3]");
        expected.put("levels.1.conv2.weight", "[6, 6, 3, 3]");
        expected.put("levels.0.norm2.weight", "[4]");
        expected.put("levels.1.norm1.weight", "[6]");
        for (String layer : List.of("levels.0.conv1", "levels.0.norm2")) {
            expected.put(layer + ".bias", "[4]");
        }
        for (String layer : List.of("levels.1.conv1", "levels.1.conv2", "levels.1.norm1")) {
            expected.put(layer + ".bias", "[6]");
        }
        assertEquals(expected, shapes);
    }

    private static TextureTower tower(TextureConfig config, Map<String, Tensor> weights) {
        TextureTower made =
                TextureTower.of(config, Weights.fresh(weights, Noise.of(2).generator()));
        // Ones and zeros of fresh normalizations would hide that they are left out.
        Scope.run(() -> weights.forEach((name, tensor) -> {
            if (name.contains("norm")) {
                tensor.add_(Noise.of(name.hashCode()).normal(Tensors.shape(tensor)));
            }
        }));
        return made;
    }

    // The two levels, written out for a map of channels, rows and columns
    private List<double[]> features(double[][][] pixels) {
        List<double[]> vectors = new ArrayList<>(statistics(pixels, "colours"));
        double[][][] first = convolved(pixels, "levels.0.conv1", 2);
        vectors.addAll(statistics(first, "levels.0.statistics"));
        double[][][] halved = convolved(silu(first, "levels.0.norm2"), "levels.1.conv1", 2);
        double[][][] second = convolved(silu(halved, "levels.1.norm1"), "levels.1.conv2", 1);
        for (int c = 0; c < second.length; c++) {
            for (int y = 0; y < second[c].length; y++) {
                for (int x = 0; x < second[c][y].length; x++) {
                    second[c][y][x] += halved[c][y][x];
                }
            }
        }
        vectors.addAll(statistics(second, "levels.1.statistics"));
        return vectors;
    }

    private List<double[]> statistics(double[][][] map, String name) {
        double[] means = new double[map.length];
        double[] deviations = new double[map.length];
        for (int c = 0; c < map.length; c++) {
            double[] values =
                    Arrays.stream(map[c]).flatMapToDouble(Arrays::stream).toArray();
            double mean = Arrays.stream(values).sum() / values.length;
            means[c] = mean;
            double squares =
                    Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
            deviations[c] = Math.sqrt(squares / (values.length - 1) + 1e-5);
        }
        return List.of(linear(means, name + ".mean"), linear(deviations, name + ".deviation"));
    }

    private double[] linear(double[] x, String name) {
        float[] weight = floats(name + ".weight");
        float[] bias = floats(name + ".bias");
        double[] result = new double[bias.length];
        for (int row = 0; row < result.length; row++) {
            result[row] = bias[row];
            for (int i = 0; i < x.length; i++) {
                result[row] += weight[row * x.length + i] * x[i];
            }
        }
        return result;
    }

    // A 3x3 convolution with one row and column of zeros around the map
    private double[][][] convolved(double[][][] map, String name, int stride) {
        float[] weight = floats(name + ".weight");
        float[] bias = floats(name + ".bias");
        int side = (map[0].length - 1) / stride + 1;
        double[][][] result = new double[bias.length][side][side];
        for (int i = 0; i < bias.length * side * side * map.length * 9; i++) {
            int kernel = i % 9;
            int in = i / 9 % map.length;
            int x = i / 9 / map.length % side;
            int y = i / 9 / map.length / side % side;
            int out = i / 9 / map.length / side / side;
            int row = y * stride + kernel / 3 - 1;
            int column = x * stride + kernel % 3 - 1;
            if (row >= 0 && row < map[in].length && column >= 0 && column < map[in].length) {
                result[out][y][x] += weight[(out * map.length + in) * 9 + kernel] * map[in][row][column];
            }
            if (i % (9 * map.length) == 0) {
                result[out][y][x] += bias[out];
            }
        }
        return result;
    }

    // A group normalization with two groups, then SiLU
    private double[][][] silu(double[][][] map, String name) {
        float[] weight = floats(name + ".weight");
        float[] bias = floats(name + ".bias");
        int inGroup = map.length / 2;
        double[][][] result = new double[map.length][map[0].length][map[0].length];
        for (int c = 0; c < map.length; c++) {
            int from = c / inGroup * inGroup;
            double[] group = Arrays.stream(map, from, from + inGroup)
                    .flatMap(Arrays::stream)
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
            double mean = Arrays.stream(group).sum() / group.length;
            double variance =
                    Arrays.stream(group).map(v -> (v - mean) * (v - mean)).sum() / group.length;
            for (int y = 0; y < map[c].length; y++) {
                for (int x = 0; x < map[c].length; x++) {
                    double normal = (map[c][y][x] - mean) / Math.sqrt(variance + 1e-5) * weight[c] + bias[c];
                    result[c][y][x] = normal / (1 + Math.exp(-normal));
                }
            }
        }
        return result;
    }

    private float[] floats(String name) {
        return Tensors.floats(weights.get("vision_model." + name));
    }
}
