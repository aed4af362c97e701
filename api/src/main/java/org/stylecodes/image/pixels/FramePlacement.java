package org.stylecodes.image.pixels;

/**
 * Where a frame of an animation lies on its canvas, which may be larger; what it leaves free is transparent.
 *
 * @param left columns of canvas beside the frame
 * @param top rows of canvas above the frame
 * @param width of the canvas, in pixels
 * @param height of the canvas, in pixels
 */
public record FramePlacement(int left, int top, int width, int height) {
    /**
     * The whole canvas with the frame on it.
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
