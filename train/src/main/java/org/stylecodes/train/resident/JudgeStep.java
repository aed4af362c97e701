package org.stylecodes.train.resident;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.stylecodes.Device;
import org.stylecodes.tensor.Tensors;

/** Trains a judge to name the contents and the treatment of pictures. */
final class JudgeStep implements TimedStage.Step {
    private static final double RATE = 1.5e-3;
    private static final double AVERAGING = 0.995;
    private static final int MOST_CONTENTS = 3;

    private final PictureBank bank;
    private final int pictures;
    private final FlatWeights weights;
    private final ContentJudge judge;

    JudgeStep(PictureBank bank, int contents, int treatments, int pictures, FlatWeights weights) {
        this.bank = bank;
        this.pictures = pictures;
        this.weights = weights;
        this.judge = ContentJudge.of(contents, treatments, weights.trainable());
    }

    @Override
    public FlatWeights weights() {
        return weights;
    }

    @Override
    public int batch() {
        return pictures;
    }

    @Override
    public Map<String, Tensor> take(Progress progress, SplittableRandom random) {
        long[] indices = new long[pictures];
        long[] treatments = new long[pictures];
        long[] firsts = new long[pictures];
        long[] shown = new long[pictures * MOST_CONTENTS];
        float[] shares = new float[pictures * MOST_CONTENTS];
        for (int i = 0; i < pictures; i++) {
            PictureBank.Picture facts;
            do {
                indices[i] = (long) bank.anyStyle(random) * bank.perStyle() + random.nextInt(bank.perStyle());
                facts = bank.facts((int) indices[i]);
            } while (facts.contents().length == 0);
            treatments[i] = facts.treatment();
            firsts[i] = facts.contents()[0];
            int count = Math.min(MOST_CONTENTS, facts.contents().length);
            for (int j = 0; j < count; j++) {
                shown[i * MOST_CONTENTS + j] = facts.contents()[j];
                shares[i * MOST_CONTENTS + j] = 1f / count;
            }
        }
        Device device = bank.placement().device();
        Tensor features = judge.features(bank.pixels(Batch.of(device, indices)));
        Tensor named = judge.contents(features).to(ScalarType.Float);
        Tensor target = torch.zeros_like(named)
                .scatter_add_(
                        1,
                        Batch.put(device, Tensors.of(shown, pictures, MOST_CONTENTS)),
                        Batch.put(device, Tensors.of(shares, pictures, MOST_CONTENTS)));
        Tensor content = torch.cross_entropy_loss(named, target, new TensorOptional(), 1, -100, 0.02);
        Tensor treatment =
                torch.cross_entropy_loss(judge.treatments(features).to(ScalarType.Float), Batch.of(device, treatments));
        content.add(treatment).backward();
        weights.step(progress.rate(RATE), AVERAGING);
        Map<String, Tensor> terms = new HashMap<>();
        terms.put("content", content);
        terms.put("treatment", treatment);
        terms.put(
                "named",
                named.argmax(new LongOptional(1), false)
                        .eq(Batch.of(device, firsts))
                        .to(ScalarType.Float)
                        .mean());
        return terms;
    }
}
