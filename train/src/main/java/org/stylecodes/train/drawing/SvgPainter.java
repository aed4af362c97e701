package org.stylecodes.train.drawing;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.stylecodes.error.InvalidRequestException;

/** Rasterises SVG pictures without a window system. Thread-safe. */
final class SvgPainter {
    private SvgPainter() {}

    /**
     * Paints a whole SVG picture, fitted into a transparent square.
     *
     * @param name the name of the picture in error messages
     * @throws InvalidRequestException if the text is not an SVG picture
     */
    static BufferedImage paint(String svg, String name, int side) {
        SVGDocument document;
        try {
            // A loader keeps state, so each picture gets its own.
            document = new SVGLoader()
                    .load(
                            new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                            null,
                            LoaderContext.createDefault());
        } catch (RuntimeException cause) {
            throw new InvalidRequestException(name + ": is not an SVG picture that can be drawn", cause);
        }
        if (document == null) {
            throw new InvalidRequestException(name + ": is not an SVG picture that can be drawn");
        }
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        document.render(null, graphics, new ViewBox(0, 0, side, side));
        graphics.dispose();
        return image;
    }
}
