package org.stylecodes.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;

/**
 * Where the first frame of a GIF lies on its canvas, which may be larger: what the frame leaves free is transparent.
 *
 * @param left columns of canvas beside the frame
 * @param top rows of canvas above the frame
 * @param canvasWidth in pixels, never less than the frame needs
 * @param canvasHeight in pixels, never less than the frame needs
 */
record GifFrame(int left, int top, int canvasWidth, int canvasHeight) {
    private static final String METADATA = "javax_imageio_gif_image_1.0";
    private static final int SCREEN_SIZE = 6; // after "GIF89a"

    static GifFrame of(byte[] file, ImageReader reader) throws IOException {
        IIOMetadataNode root = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree(METADATA);
        IIOMetadataNode descriptor =
                (IIOMetadataNode) root.getElementsByTagName("ImageDescriptor").item(0);
        int left = Integer.parseInt(descriptor.getAttribute("imageLeftPosition"));
        int top = Integer.parseInt(descriptor.getAttribute("imageTopPosition"));
        return new GifFrame(
                left,
                top,
                Math.max(Bytes.littleEndian16(file, SCREEN_SIZE), left + reader.getWidth(0)),
                Math.max(Bytes.littleEndian16(file, SCREEN_SIZE + 2), top + reader.getHeight(0)));
    }

    Picture onCanvas(BufferedImage frame, Transparency transparency) {
        Picture picture = Picture.owning(frame.getWidth(), frame.getHeight(), Samples.rgb(frame, transparency));
        Canvas canvas = new Canvas(canvasWidth, canvasHeight, transparency.flatten(0, 0));
        canvas.put(picture, left, top);
        return canvas.toPicture();
    }
}
