using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SupportBot.Knowledge.Learning;

/// <summary>Logistic regression over <see cref="Signals"/>: the probability that some label answers the question, 0–1.</summary>
internal sealed class RefusalHead
{
    private const int Size = Signals.Count + 1;
    private const int Steps = 12;
    private const double Ridge = 1e-3;

    private readonly double[] weights = new double[Size];

    public double Probability(in Signals signals)
    {
        Span<double> x = stackalloc double[Size];
        signals.CopyTo(x);
        return Logistic(x);
    }

    public static RefusalHead Read(BinaryReader from)
    {
        RefusalHead head = new();
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(head.weights.AsSpan()));
        return head;
    }

    public void Write(BinaryWriter to) => to.Write(MemoryMarshal.AsBytes(weights.AsSpan()));

    /// <summary>Learns from weighted rehearsed questions by Newton's method (iteratively reweighted least squares) with a small ridge.</summary>
    public static RefusalHead Learn(IReadOnlyList<Rehearsed> rehearsed)
    {
        RefusalHead head = new();
        double[,] curvature = new double[Size, Size];
        double[] gradient = new double[Size];
        Span<double> x = stackalloc double[Size];
        for (int step = 0; step < Steps && rehearsed.Count > 0; step++)
        {
            Array.Clear(curvature);
            for (int i = 0; i < Size; i++)
            {
                curvature[i, i] = Ridge;
                gradient[i] = -Ridge * head.weights[i];
            }
            foreach (Rehearsed text in rehearsed)
            {
                text.Signals.CopyTo(x);
                double p = head.Logistic(x);
                head.Gather(x, text.Weight * ((text.Ours ? 1 : 0) - p), text.Weight * p * (1 - p), gradient, curvature);
            }
            LinearSystem.Solve(curvature, gradient);
            for (int i = 0; i < Size; i++)
            {
                head.weights[i] += gradient[i];
            }
        }
        return head;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Gather(ReadOnlySpan<double> x, double error, double bend, double[] gradient, double[,] curvature)
    {
        for (int i = 0; i < Size; i++)
        {
            gradient[i] += error * x[i];
            for (int j = 0; j < Size; j++)
            {
                curvature[i, j] += bend * x[i] * x[j];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Logistic(ReadOnlySpan<double> x)
    {
        double z = 0;
        for (int i = 0; i < Size; i++)
        {
            z += weights[i] * x[i];
        }
        return 1 / (1 + Math.Exp(-z));
    }
}
