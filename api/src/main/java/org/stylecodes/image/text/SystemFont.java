package org.stylecodes.image.text;

import java.awt.AWTError;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stylecodes.image.pixels.Canvas;

/**
 * Draws letters of other scripts than Latin with the fonts that are installed on the machine. This needs no display, but it needs Java's
 * font library, fontconfig on Linux, and a font that has the letters. Minimal servers often lack them. The drawing depends on the fonts.
 */
public final class SystemFont {
    private static final int INK = 40;
    private static final int PAPER = 255;
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private static final @Nullable Font FONT = find();

    private SystemFont() {}

    // Without fonts, Java fails in many ways: with exceptions, errors, and classes that cannot be initialized.
    private static @Nullable Font find() {
        try {
            Font font = new Font(Font.DIALOG, Font.PLAIN, BitmapFont.LINE);
            font.getStringBounds("x", CONTEXT);
            return font;
        } catch (RuntimeException | AWTError | InternalError | LinkageError none) {
            return null;
        }
    }

    /** Tells whether a letter can be drawn. Some fonts have a letter only in colour, which Java cannot draw. */
    public static boolean has(int codePoint) {
        return FONT != null
                && FONT.canDisplay(codePoint)
                && !FONT.createGlyphVector(CONTEXT, Character.toString(codePoint))
                        .getOutline()
                        .getBounds2D()
                        .isEmpty();
    }

    /**
     * Draws letters for which {@link #has} is true into an empty rectangle, in logical order. Letters that are too wide for the rectangle
     * are squeezed.
     */
    static void draw(Canvas canvas, String text, int left, int top, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setColor(Color.WHITE);
        Font font = Objects.requireNonNull(FONT, "no font is installed").deriveFont(height * .8f);
        Rectangle2D bounds = font.getStringBounds(text, CONTEXT);
        double squeezed = Math.min(1, width / bounds.getWidth());
        graphics.transform(AffineTransform.getScaleInstance(squeezed, 1));
        graphics.setFont(font);
        graphics.drawString(text, 0, baseline(height));
        graphics.dispose();
        Raster ink = image.getRaster();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int covered = ink.getSample(x, y, 0);
                if (covered > 0) {
                    canvas.fill(left + x, top + y, 1, 1, PAPER - covered * (PAPER - INK) / PAPER);
                }
            }
        }
    }

    /** The baseline, which is that of {@link BitmapFont}: the seventh of eleven rows. */
    private static float baseline(int height) {
        return height * 7f / BitmapFont.LINE;
    }
}
