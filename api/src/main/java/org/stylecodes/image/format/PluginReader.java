package org.stylecodes.image.format;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.stylecodes.image.pixels.FramePlacement;

/** A decoder of Java's ImageIO for one file in memory. It writes no temporary files, which ImageIO does by default. */
public final class PluginReader implements AutoCloseable {
    private static final String GIF_METADATA = "javax_imageio_gif_image_1.0";
    private static final int GIF_SCREEN = 6; // the size of the canvas follows "GIF89a"

    private final ImageReader reader;
    private final ImageInputStream stream;

    /**
     * Opens a decoder. The caller closes it.
     *
     * @throws IOException if there is no decoder for the format
     */
    public PluginReader(ImageFormat format, byte[] file) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
        if (!readers.hasNext()) {
            throw new IOException("no decoder is on the class path");
        }
        reader = readers.next();
        stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file));
        reader.setInput(stream, false, format != ImageFormat.GIF);
    }

    /** Returns the width of the first frame in pixels, from its header. */
    public int width() throws IOException {
        return reader.getWidth(0);
    }

    /** Returns the height of the first frame in pixels, from its header. */
    public int height() throws IOException {
        return reader.getHeight(0);
    }

    /** Decodes the first frame. */
    public BufferedImage image() throws IOException {
        return reader.read(0);
    }

    /** Decodes the samples of the first frame as they are stored, without any colour conversion. */
    public Raster raster() throws IOException {
        return reader.readRaster(0, null);
    }

    /** Returns the position of the first frame of a GIF on its canvas. */
    public FramePlacement gifPlacement(byte[] file) throws IOException {
        IIOMetadataNode root = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree(GIF_METADATA);
        IIOMetadataNode frame =
                (IIOMetadataNode) root.getElementsByTagName("ImageDescriptor").item(0);
        int left = Integer.parseInt(frame.getAttribute("imageLeftPosition"));
        int top = Integer.parseInt(frame.getAttribute("imageTopPosition"));
        int width = Math.max(Bytes.littleEndian16(file, GIF_SCREEN), left + width());
        int height = Math.max(Bytes.littleEndian16(file, GIF_SCREEN + 2), top + height());
        return new FramePlacement(left, top, width, height);
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        stream.close();
    }
}
