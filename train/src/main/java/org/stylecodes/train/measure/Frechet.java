package org.stylecodes.train.measure;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.stylecodes.tensor.Layers;

/** The Fréchet distance of two sets of features, each modelled as a normal distribution (Heusel et al. 2017). */
final class Frechet {
    private Frechet() {}

    /**
     * Computes |m1 - m2|^2 + tr(C1 + C2 - 2 (C1 C2)^(1/2)).
     *
     * @param first (A, features), A at least 2
     * @param second (B, features), B at least 2
     */
    static double distance(Tensor first, Tensor second) {
        Tensor a = first.to(ScalarType.Double);
        Tensor b = second.to(ScalarType.Double);
        Tensor between = a.mean(0).sub(b.mean(0)).square().sum();
        Tensor covarianceA = covariance(a);
        Tensor covarianceB = covariance(b);
        // The trace of (C1 C2)^(1/2) equals that of (S C2 S)^(1/2), where S is the symmetric square root of C1.
        Tensor root = root(covarianceA);
        Tensor product = torch.matmul(torch.matmul(root, covarianceB), root);
        Tensor shared = Layers.clamped(torch.linalg_eigvalsh(product), 0, Double.MAX_VALUE)
                .sqrt()
                .sum();
        Tensor total = between.add(covarianceA.trace()).add(covarianceB.trace()).sub(Layers.scaled(shared, 2));
        return Math.max(0, total.item_double());
    }

    private static Tensor covariance(Tensor features) {
        Tensor centred = features.sub(features.mean(0));
        return Layers.scaled(torch.matmul(centred.transpose(0, 1), centred), 1.0 / (features.size(0) - 1));
    }

    private static Tensor root(Tensor symmetric) {
        var parts = torch.linalg_eigh(symmetric);
        Tensor vectors = parts.get1();
        Tensor values = Layers.clamped(parts.get0(), 0, Double.MAX_VALUE).sqrt();
        return torch.matmul(vectors.mul(values.unsqueeze(0)), vectors.transpose(0, 1));
    }
}
