package org.stylecodes.image;

/**
 * Where a frame of an animation lies on its canvas, which may be larger; what it leaves free is transparent.
 *
 * @param left columns of canvas beside the frame
 * @param top rows of canvas above the frame
 * @param width of the canvas, in pixels
 * @param height of the canvas, in pixels
 */
record FramePlacement(int left, int top, int width, int height) {
    Picture onCanvas(Picture frame, Transparency transparency) {
        if (frame.width() == width && frame.height() == height) {
            return frame;
        }
        Canvas canvas = new Canvas(width, height, transparency.flatten(0, 0));
        canvas.put(frame, left, top);
        return canvas.toPicture();
    }
}
