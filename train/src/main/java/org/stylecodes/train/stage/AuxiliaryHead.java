package org.stylecodes.train.stage;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.stylecodes.Device;
import org.stylecodes.image.Picture;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Linear;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.tensor.Weights;
import org.stylecodes.train.measure.EdgeTexture;

/**
 * A small network that predicts, from a code alone, the histogram of 64 colours and the {@link EdgeTexture} of another picture of the
 * same style. It exists only in training. Its loss makes codes keep the information that is needed for drawing.
 */
record AuxiliaryHead(Linear hidden, Linear colours, Linear textures, Device device) {
    private static final int SIDE = 4; // colour cells along each of red, green and blue
    private static final int COLOURS = SIDE * SIDE * SIDE;
    private static final int TEXTURES = 16;
    private static final int WIDTH = 192;

    static AuxiliaryHead of(Weights weights, int latent, Device device) {
        return new AuxiliaryHead(
                Linear.of(weights.at("hidden"), latent, WIDTH),
                Linear.of(weights.at("colours"), WIDTH, COLOURS),
                Linear.of(weights.at("textures"), WIDTH, TEXTURES),
                device);
    }

    /** The cross-entropy of the predicted colours plus the mean absolute error of the log textures, for values (B, latent). */
    Tensor loss(Tensor values, List<Picture> pictures) {
        Tensor features = torch.silu(hidden.forward(values));
        Tensor predicted = torch.log_softmax(colours.forward(features), -1);
        Tensor seen = Devices.put(device, Tensors.of(histograms(pictures), pictures.size(), COLOURS));
        Tensor entropy = Layers.scaled(predicted.mul(seen).sum(), -1.0 / pictures.size());
        Tensor edges = Devices.put(device, Tensors.of(textures(pictures), pictures.size(), TEXTURES));
        Tensor difference = textures.forward(features).sub(edges);
        return entropy.add(difference.abs().mean());
    }

    private static float[] histograms(List<Picture> pictures) {
        float[] all = new float[pictures.size() * COLOURS];
        for (int i = 0; i < pictures.size(); i++) {
            byte[] rgb = pictures.get(i).rgb();
            float share = 3f / rgb.length;
            for (int p = 0; p < rgb.length; p += 3) {
                int cell = (cell(rgb[p]) * SIDE + cell(rgb[p + 1])) * SIDE + cell(rgb[p + 2]);
                all[i * COLOURS + cell] += share;
            }
        }
        return all;
    }

    private static int cell(byte channel) {
        return (channel & 255) * SIDE / 256;
    }

    private static float[] textures(List<Picture> pictures) {
        float[] all = new float[pictures.size() * TEXTURES];
        for (int i = 0; i < pictures.size(); i++) {
            float[] energy = EdgeTexture.of(pictures.get(i)).energy();
            for (int k = 0; k < TEXTURES; k++) {
                all[i * TEXTURES + k] = (float) Math.log1p(energy[k] * 10);
            }
        }
        return all;
    }
}
