package org.stylecodes.image;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A damaged file throws nothing but {@link PictureFormatException}, and takes no more memory than the limit allows. */
class DamagedPicturesTest {
    private static final ReadOptions SMALL = ReadOptions.DEFAULT.withMaxPixels(1 << 20);
    private static final String[] GOLDEN = {
        "gray.png",
        "gray16.png",
        "palette.png",
        "rgb.png",
        "rgba.png",
        "image.bmp",
        "image.gif",
        "image.webp",
        "photo.jpg",
        "rotated.jpg"
    };
    private static final String[] OWN = {
        "cmyk.jpg", "progressive.jpg", "lossy.webp", "segments.webp", "alpha-compressed.webp", "animated.webp"
    };

    @Test
    void damagedFilesAreRefusedWithOneException() {
        damage(1, 60);
    }

    @Test
    @Tag("slow")
    void manyDamagedFilesAreRefusedWithOneException() {
        damage(2, 3_000);
    }

    private static void damage(long seed, int times) {
        Random random = new Random(seed);
        for (String name : GOLDEN) {
            damage(GoldenPictures.file(name), name, random, times);
        }
        for (String name : OWN) {
            damage(GoldenPictures.own(name), name, random, times);
        }
    }

    private static void damage(byte[] file, String name, Random random, int times) {
        int refused = 0;
        for (int i = 0; i < times; i++) {
            Mutation mutation = Mutation.values()[random.nextInt(Mutation.values().length)];
            byte[] damaged = mutation.apply(file, random);
            if (name.endsWith(".png") && random.nextInt(4) > 0) {
                damaged = Mutation.withCheckSums(damaged);
            }
            refused += isRefused(damaged, name + " after " + mutation + " " + i) ? 1 : 0;
        }
        assertTrue(refused > 0, name + " was never refused");
    }

    private static boolean isRefused(byte[] damaged, String name) {
        try {
            Picture picture = Pictures.read(damaged, name, SMALL);
            assertTrue(
                    (long) picture.width() * picture.height() <= SMALL.maxPixels(), name + " is larger than the limit");
            return false;
        } catch (PictureFormatException expected) {
            return true;
        } catch (RuntimeException | Error other) {
            return fail(name + " led to " + other, other);
        }
    }
}
