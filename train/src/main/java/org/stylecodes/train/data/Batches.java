package org.stylecodes.train.data;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.clip.Tokenizer;
import org.stylecodes.image.Picture;
import org.stylecodes.tensor.Tensors;

/** Makes batch tensors of pictures and captions. Stateless. */
public final class Batches {
    private Batches() {}

    /** The pixels of pictures of one size: (B, 3, H, W) with values in -1..1. */
    public static Tensor pixels(List<Picture> pictures) {
        int width = pictures.get(0).width();
        int height = pictures.get(0).height();
        float[] values = new float[pictures.size() * 3 * height * width];
        for (int i = 0; i < pictures.size(); i++) {
            fill(values, i, pictures.get(i), 0, 0, width, height);
        }
        return Tensors.of(values, pictures.size(), 3, height, width);
    }

    /** A random square of each picture: (B, 3, size, size) with values in -1..1. */
    public static Tensor crops(List<Picture> pictures, int size, SplittableRandom random) {
        float[] values = new float[pictures.size() * 3 * size * size];
        for (int i = 0; i < pictures.size(); i++) {
            Picture picture = pictures.get(i);
            int x = random.nextInt(picture.width() - size + 1);
            int y = random.nextInt(picture.height() - size + 1);
            fill(values, i, picture, x, y, size, size);
        }
        return Tensors.of(values, pictures.size(), 3, size, size);
    }

    /** The token ids of texts: (B, tokens). */
    public static Tensor ids(Tokenizer tokenizer, List<String> texts) {
        long[] ids = texts.stream()
                .flatMapToLong(text -> LongStream.of(tokenizer.encode(text)))
                .toArray();
        return Tensors.of(ids, texts.size(), tokenizer.length());
    }

    private static void fill(float[] values, int index, Picture picture, int left, int top, int width, int height) {
        byte[] rgb = picture.rgb();
        int plane = width * height;
        int start = index * 3 * plane;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int from = ((top + y) * picture.width() + left + x) * 3;
                for (int c = 0; c < 3; c++) {
                    values[start + c * plane + y * width + x] = (rgb[from + c] & 255) / 127.5f - 1;
                }
            }
        }
    }
}
