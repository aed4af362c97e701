package org.stylecodes.image.vp8;

/**
 * Converts luma, and chroma of half the size, to RGB by ITU-R BT.601 with luma 16..235, in the integer arithmetic of libwebp. Chroma is
 * upsampled by linear interpolation: the nearest sample counts nine times, its two neighbours three times each, and the diagonal one once.
 */
final class Colors {
    private Colors() {}

    /** Returns unsigned bytes of shape (height, width, 3). */
    static byte[] rgb(int width, int height, Plane luma, Plane blue, Plane red) {
        byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
        int[] blueRow = new int[width];
        int[] redRow = new int[width];
        int out = 0;
        for (int y = 0; y < height; y++) {
            upsample(blue, y, height, blueRow);
            upsample(red, y, height, redRow);
            int place = luma.at(0, y);
            for (int x = 0; x < width; x++) {
                int light = luma.get(place + x) * 19077 >> 8;
                int u = blueRow[x];
                int v = redRow[x];
                rgb[out++] = clip(light + (v * 26149 >> 8) - 14234);
                rgb[out++] = clip(light - (u * 6419 >> 8) - (v * 13320 >> 8) + 8708);
                rgb[out++] = clip(light + (u * 33050 >> 8) - 17685);
            }
        }
        return rgb;
    }

    /** Upsamples one row of chroma. At the borders, samples are their own neighbours. */
    private static void upsample(Plane chroma, int y, int height, int[] row) {
        int last = (row.length - 1) / 2;
        int nearY = y / 2;
        int farY = Math.max(0, Math.min((height - 1) / 2, y % 2 == 0 ? nearY - 1 : nearY + 1));
        int near = chroma.at(0, nearY);
        int far = chroma.at(0, farY);
        for (int x = 0; x < row.length; x++) {
            int nearX = x / 2;
            int farX = Math.max(0, Math.min(last, x % 2 == 0 ? nearX - 1 : nearX + 1));
            int nearest = chroma.get(near + nearX);
            int neighbours = chroma.get(near + farX) + chroma.get(far + nearX);
            int across = chroma.get(far + farX);
            row[x] = (nearest + 3 * neighbours + across + 8 >> 3) + nearest >> 1; // rounded twice, as in libwebp
        }
    }

    /** Rounds down a number with 6 fractional bits and limits it to 0..255. */
    private static byte clip(int value) {
        return (byte) Math.max(0, Math.min(255, value >> 6));
    }
}
