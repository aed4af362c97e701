package org.stylecodes.train.scene;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.stylecodes.image.Picture;

/**
 * Draws scenes. Everything is defined on a grid of 128x128 and scaled to the size asked for. The same
 * arguments give the same bytes; any number of threads may draw at once.
 */
public final class SceneRenderer {
    private static final double SINGLE_UNIT = 41;
    private static final double PAIR_UNIT = 27;
    private static final double PAIR_OFFSET = 29;
    private static final Color SHADOW = new Color(0, 0, 0, 80);

    private SceneRenderer() {}

    /**
     * Draws a content in a style.
     *
     * @param seed decides the chance inside textures
     * @param size width and height in pixels, 16 to 4096
     */
    public static Picture render(SceneStyle style, SceneContent content, long seed, int size) {
        return draw(style, size, new SplittableRandom(seed), graphics -> {
            Brush brush = Brush.onGrid(graphics, style);
            content.sky().draw(brush, content.jitter().skyOnLeft());
            content.ground().drawing().draw(brush);
            drawObjects(brush, content);
        });
    }

    /**
     * Draws a picture without any object in the colours and the texture of a style.
     *
     * @param seed decides the composition and the chance inside textures
     * @param size width and height in pixels, 16 to 4096
     */
    public static Picture renderAbstract(SceneStyle style, AbstractPicture kind, long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        return draw(style, size, random, graphics -> kind.composition()
                .draw(Brush.onGrid(graphics, style.inAreas()), random));
    }

    private static Picture draw(SceneStyle style, int size, SplittableRandom random, Consumer<Graphics2D> drawing) {
        if (size < 16 || size > 4096) {
            throw new IllegalArgumentException("a picture of " + size + " pixels; expected 16 to 4096");
        }
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(style.palette().sky()));
        graphics.fillRect(0, 0, size, size);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(size / Raster.GRID, size / Raster.GRID);
        drawing.accept(graphics);
        graphics.dispose();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        Texture texture = style.texture();
        texture.kind().filter().apply(Raster.of(pixels, size, style.palette().sky()), texture, random);
        return Picture.of(image);
    }

    private static void drawObjects(Brush brush, SceneContent content) {
        List<SceneObject> objects = content.objects();
        Jitter jitter = content.jitter();
        boolean single = objects.size() == 1;
        double unit = (single ? SINGLE_UNIT : PAIR_UNIT) * jitter.scale();
        double foot = content.ground().baseline() + jitter.shiftY();
        for (int i = 0; i < objects.size(); i++) {
            double offset = single ? 0 : (2 * i - 1) * PAIR_OFFSET;
            Brush placed = brush.at(Raster.GRID / 2 + offset + jitter.shiftX() * (single ? 1 : .5), foot - unit, unit);
            if (brush.style().shadow()) {
                placed.shade(SHADOW, Shapes.ellipse(0, 1, .95, .14));
            }
            objects.get(i).drawing().draw(placed);
        }
    }
}
