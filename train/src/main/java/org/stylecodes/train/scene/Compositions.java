package org.stylecodes.train.scene;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;

/** The compositions behind {@link AbstractPicture}, in units of the 128x128 grid. */
final class Compositions {
    private static final int GRID = (int) Raster.GRID;
    private static final Role[] ROLES = Role.values();

    private Compositions() {}

    static void gradient(Brush brush, SplittableRandom random) {
        double angle = 2 * StrictMath.PI * random.nextDouble();
        double dx = StrictMath.cos(angle) / 165;
        double dy = StrictMath.sin(angle) / 165;
        ValueNoise bend = new ValueNoise(3, random);
        double amount = .25 * random.nextDouble();
        flow(brush, .12, (x, y) -> .5 + (x - 64) * dx + (y - 64) * dy + amount * bend.at(x, y));
    }

    static void clouds(Brush brush, SplittableRandom random) {
        ValueNoise[] octaves = new ValueNoise[5];
        for (int i = 0; i < octaves.length; i++) {
            octaves[i] = new ValueNoise(3 << i, random);
        }
        double slope = random.nextBoolean() ? .5 / GRID : 0;
        flow(brush, .05, (x, y) -> {
            double sum = slope * (y - 64) + .45;
            double weight = .5;
            for (ValueNoise octave : octaves) {
                sum += weight * octave.at(x, y);
                weight *= .55;
            }
            return sum;
        });
    }

    static void brushwork(Brush brush, SplittableRandom random) {
        ValueNoise direction = new ValueNoise(2, random);
        ValueNoise patches = new ValueNoise(4, random);
        Range shade = Range.of(-.18, .18);
        double length = Range.of(7, 16).draw(random);
        double width = Range.of(6, 12).draw(random);
        for (int i = 0; i < 240; i++) {
            double x = GRID * random.nextDouble();
            double y = GRID * random.nextDouble();
            double angle = StrictMath.PI * (direction.at(x, y) + .1 * random.nextDouble());
            double dx = length * StrictMath.cos(angle);
            double dy = length * StrictMath.sin(angle);
            Role role = roleAt(.5 + .6 * patches.at(x, y) + shade.draw(random));
            double light = shade.draw(random);
            int rgb = Rgb.mix(brush.color(role), light > 0 ? Rgb.WHITE : Rgb.BLACK, Math.abs(light));
            brush.stroke(rgb, width, Shapes.line(x - dx, y - dy, x + dx, y + dy));
        }
    }

    static void poster(Brush brush, SplittableRandom random) {
        int bands = 5 + random.nextInt(5);
        boolean blocks = random.nextBoolean();
        AffineTransform turn =
                AffineTransform.getRotateInstance(blocks ? 0 : StrictMath.PI / 4 * random.nextInt(4), 64, 64);
        double top = -40;
        while (top < 170) {
            double height = 208.0 / bands * Range.of(.5, 1.5).draw(random);
            double left = -40;
            while (left < 170) {
                double width = blocks ? Range.of(18, 70).draw(random) : 300;
                Shape block = Shapes.rectangle(left, top, width, height);
                brush.fill(roleAt(random.nextDouble()), turn.createTransformedShape(block));
                left += width;
            }
            top += height;
        }
    }

    static void shapes(Brush brush, SplittableRandom random) {
        int count = 12 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            double skyless = Role.SKY.share() + (1 - Role.SKY.share()) * random.nextDouble();
            Brush placed = brush.at(
                    GRID * random.nextDouble(),
                    GRID * random.nextDouble(),
                    Range.of(8, 24).draw(random));
            placed.fill(roleAt(skyless), anyShape(random));
        }
    }

    private static Shape anyShape(SplittableRandom random) {
        Shape shape =
                switch (random.nextInt(4)) {
                    case 0 -> Shapes.circle(0, 0, 1);
                    case 1 -> Shapes.polygon(-1, .8, 1, .8, 0, -1);
                    case 2 -> Shapes.rectangle(-1, -.35, 2, .7);
                    default -> Shapes.difference(Shapes.circle(0, 0, 1), Shapes.circle(0, 0, .5));
                };
        return AffineTransform.getRotateInstance(2 * StrictMath.PI * random.nextDouble())
                .createTransformedShape(shape);
    }

    /** Colours every point by a value from 0 to 1, each role over its share of that range, soft between neighbours. */
    private static void flow(Brush brush, double softness, DoubleBinaryOperator value) {
        BufferedImage image = new BufferedImage(GRID, GRID, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < GRID; y++) {
            for (int x = 0; x < GRID; x++) {
                image.setRGB(x, y, colorAt(brush, value.applyAsDouble(x, y), softness));
            }
        }
        brush.graphics().drawImage(image, 0, 0, GRID, GRID, null);
    }

    private static int colorAt(Brush brush, double value, double softness) {
        int rgb = brush.color(ROLES[0]);
        double start = 0;
        for (int i = 1; i < ROLES.length - 1; i++) {
            start += ROLES[i - 1].share();
            double reached = (value - start) / softness + .5;
            if (reached <= 0) {
                return rgb;
            }
            rgb = Rgb.mix(rgb, brush.color(ROLES[i]), reached);
        }
        return rgb;
    }

    private static Role roleAt(double value) {
        double end = 0;
        for (Role role : ROLES) {
            end += role.share();
            if (value < end) {
                return role;
            }
        }
        return Role.ACCENT;
    }
}
