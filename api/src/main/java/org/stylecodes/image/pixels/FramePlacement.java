package org.stylecodes.image.pixels;

/**
 * The position of a frame on its canvas. The canvas may be larger; the area around the frame is transparent.
 *
 * @param left the columns of the canvas to the left of the frame
 * @param top the rows of the canvas above the frame
 * @param width the width of the canvas in pixels
 * @param height the height of the canvas in pixels
 */
public record FramePlacement(int left, int top, int width, int height) {
    /**
     * Returns the whole canvas with the frame on it.
     *
     * @param background the sample, 0 to 255, of transparent pixels
     */
    public Pixels onCanvas(Pixels frame, int background) {
        if (frame.width() == width && frame.height() == height) {
            return frame;
        }
        Canvas canvas = new Canvas(width, height, background);
        canvas.put(frame, left, top);
        return canvas.toPixels();
    }
}
