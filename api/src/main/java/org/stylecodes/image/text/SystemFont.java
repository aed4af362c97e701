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
 * Letters of the fonts that are installed beside Java, for other scripts than the Latin one. No display is needed, but Java's
 * library of fonts, on Linux fontconfig, and a font that has the letters; slim servers often have none. What is drawn depends on them.
 */
public final class SystemFont {
    private static final int INK = 40;
    private static final int PAPER = 255;
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private static final @Nullable Font FONT = find();

    private SystemFont() {}

    // Java without fonts fails in many ways: with exceptions, with errors, and with classes that cannot be initialized.
    private static @Nullable Font find() {
        try {
            Font font = new Font(Font.DIALOG, Font.PLAIN, BitmapFont.LINE);
            font.getStringBounds("x", CONTEXT);
            return font;
        } catch (RuntimeException | AWTError | InternalError | LinkageError none) {
            return null;
        }
    }

    /** Whether there is ink for a letter. Some fonts have it only in colours, which Java does not draw. */
    public static boolean has(int codePoint) {
        return FONT != null
                && FONT.canDisplay(codePoint)
                && !FONT.createGlyphVector(CONTEXT, Character.toString(codePoint))
                        .getOutline()
                        .getBounds2D()
                        .isEmpty();
    }

    /**
     * Draws letters of which {@link #has} is true, in their order of writing, into a rectangle on empty paper. Letters that are
     * too wide for the rectangle are squeezed.
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

    /** That of {@link BitmapFont}, whose letters stand on the seventh of eleven rows. */
    private static float baseline(int height) {
        return height * 7f / BitmapFont.LINE;
    }
}
