package org.stylecodes.tensor;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Eigenvalues and eigenvectors of symmetric matrices, computed by LibTorch in float64. */
public final class SymmetricEigen {
    private SymmetricEigen() {}

    /**
     * An eigenvalue with its eigenvector.
     *
     * @param vector of length 1; the component with the largest magnitude is positive
     */
    public record Pair(double value, double[] vector) {}

    /**
     * The eigenvalues of a matrix with their eigenvectors, in descending order of the eigenvalues.
     *
     * @param matrix (n, n), symmetric; only its lower triangle is read
     * @throws IllegalArgumentException if the matrix is not square
     */
    public static List<Pair> of(double[][] matrix) {
        int n = matrix.length;
        Engine.load();
        return Scope.get(() -> {
            Tensor tensor =
                    torch.empty(new long[] {n, n}, new TensorOptions(ScalarType.Double), new MemoryFormatOptional());
            DoublePointer numbers = new DoublePointer(tensor.data_ptr_double());
            for (int row = 0; row < n; row++) {
                if (matrix[row].length != n) {
                    throw new IllegalArgumentException(
                            "row " + row + " of the matrix has " + matrix[row].length + " numbers; expected " + n);
                }
                numbers.position((long) row * n).put(matrix[row], 0, n);
            }
            T_TensorTensor_T ascending = torch.linalg_eigh(tensor);
            double[] values = doubles(ascending.get0(), n); // (n)
            double[] vectors = doubles(ascending.get1(), n * n); // (n, n), in columns
            List<Pair> pairs = new ArrayList<>();
            for (int column = n - 1; column >= 0; column--) {
                double[] vector = new double[n];
                for (int row = 0; row < n; row++) {
                    vector[row] = vectors[row * n + column];
                }
                pairs.add(new Pair(values[column], signed(vector)));
            }
            return pairs;
        });
    }

    private static double[] doubles(Tensor tensor, int count) {
        double[] numbers = new double[count];
        new DoublePointer(tensor.contiguous().data_ptr_double()).get(numbers, 0, count);
        return numbers;
    }

    private static double[] signed(double[] vector) {
        double largest = 0;
        for (double component : vector) {
            largest = Math.abs(component) > Math.abs(largest) ? component : largest;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= Math.signum(largest);
        }
        return vector;
    }
}
