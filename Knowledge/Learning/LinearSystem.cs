namespace SupportBot.Knowledge.Learning;

internal static class LinearSystem
{
    /// <summary>Solves a small symmetric positive definite system by elimination; the right side becomes the solution.</summary>
    public static void Solve(double[,] matrix, double[] right)
    {
        int n = right.Length;
        for (int i = 0; i < n; i++)
        {
            for (int row = i + 1; row < n; row++)
            {
                double factor = matrix[row, i] / matrix[i, i];
                for (int k = i; k < n; k++)
                {
                    matrix[row, k] -= factor * matrix[i, k];
                }
                right[row] -= factor * right[i];
            }
        }
        for (int i = n - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < n; k++)
            {
                right[i] -= matrix[i, k] * right[k];
            }
            right[i] /= matrix[i, i];
        }
    }
}
