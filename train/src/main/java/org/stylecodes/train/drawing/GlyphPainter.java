package org.stylecodes.train.drawing;

import java.awt.AWTError;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.error.InvalidRequestException;

/** Paints the glyphs of a font in black, without a window system. Immutable and thread-safe. */
final class GlyphPainter {
    private static final float SIZE = 1000; // units; glyphs are scaled to fit afterwards

    private final Font font;

    /**
     * Reads a font.
     *
     * @param name the name of the font in error messages
     * @throws InvalidRequestException if the bytes are not a TrueType or OpenType font
     * @throws EnvironmentException if this Java has no font library
     */
    GlyphPainter(byte[] file, String name) {
        try {
            font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file))
                    .deriveFont(SIZE);
        } catch (FontFormatException | IOException cause) {
            throw new InvalidRequestException(name + ": is not a font: " + cause.getMessage(), cause);
        } catch (RuntimeException | AWTError | InternalError | LinkageError cause) {
            // Without its font library, Java fails in many ways.
            throw new EnvironmentException(
                    name
                            + ": Java cannot use fonts on this machine; install fontconfig, or a Java that is not \"headless\"",
                    cause);
        }
    }

    /**
     * Paints the glyph of a code point, fitted into a transparent square; empty if the font has none.
     *
     * @param side the width and the height of the square in pixels
     */
    Optional<BufferedImage> paint(int codePoint, int side) {
        if (!font.canDisplay(codePoint)) {
            return Optional.empty();
        }
        Shape glyph = font.createGlyphVector(new FontRenderContext(null, true, true), Character.toString(codePoint))
                .getOutline();
        Rectangle2D bounds = glyph.getBounds2D();
        if (bounds.isEmpty()) {
            return Optional.empty();
        }
        double scale = (side - 2) / Math.max(bounds.getWidth(), bounds.getHeight());
        AffineTransform placed = AffineTransform.getTranslateInstance(side / 2.0, side / 2.0);
        placed.scale(scale, scale);
        placed.translate(-bounds.getCenterX(), -bounds.getCenterY());
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.BLACK);
        graphics.fill(placed.createTransformedShape(glyph));
        graphics.dispose();
        return Optional.of(image);
    }
}
