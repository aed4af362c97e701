package org.stylecodes.train.resident;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stylecodes.Device;
import org.stylecodes.Placement;
import org.stylecodes.Precision;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;

class PictureBankTest {
    private static final int SIZE = 4;
    private static final int PER_STYLE = 3;

    private final PictureBank bank =
            new PictureBank(new Placement(Device.CPU, Precision.FLOAT32), 4, 2, PER_STYLE, SIZE);

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void pixelsAreTheBytesFromMinusOneToOneInPlanes() throws InterruptedException {
        byte[] rgb = new byte[PER_STYLE * SIZE * SIZE * 3];
        rgb[3 * SIZE * SIZE] = (byte) 255; // red of the first pixel of the second picture
        add(3, rgb);
        bank.upload();
        float[] pixels = Scope.get(() -> Tensors.floats(bank.pixels(Batch.of(Device.CPU, 3L * PER_STYLE + 1))));
        float[] expected = new float[3 * SIZE * SIZE];
        Arrays.fill(expected, -1);
        expected[0] = 1;
        assertArrayEquals(expected, pixels, 1e-6f);
    }

    @Test
    void aStyleIsNotReadyBeforeItIsUploaded() throws InterruptedException {
        add(2, new byte[PER_STYLE * SIZE * SIZE * 3]);
        assertFalse(bank.isReady(2));
        bank.upload();
        assertTrue(bank.isReady(2));
    }

    @Test
    void stylesForMeasuringAreNeverDrawn() throws InterruptedException {
        for (int style = 0; style < 3; style++) {
            add(style, new byte[PER_STYLE * SIZE * SIZE * 3]);
        }
        bank.upload();
        SplittableRandom random = new SplittableRandom(1);
        assertEquals(1, bank.ready());
        for (int i = 0; i < 20; i++) {
            assertEquals(2, bank.anyStyle(random));
        }
    }

    private void add(int style, byte[] rgb) throws InterruptedException {
        PictureBank.Picture[] facts = new PictureBank.Picture[PER_STYLE];
        Arrays.fill(facts, new PictureBank.Picture("", new int[0], 0));
        bank.add(style, rgb, facts);
    }
}
