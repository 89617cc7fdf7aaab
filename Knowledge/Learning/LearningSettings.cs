namespace SupportBot.Knowledge.Learning;

/// <summary>Settings of the learner, fixed by cross-validation on public and our own question sets; a store never needs to touch them.</summary>
internal sealed record LearningSettings
{
    /// <summary>Price of an error against the size of the weights (the C of a support vector machine).</summary>
    public float Cost { get; init; } = 4;

    /// <summary>How much dearer it is to miss a label's own example than to take another's.</summary>
    public float OwnCost { get; init; } = 2;

    /// <summary>Passes over the examples.</summary>
    public int Passes { get; init; } = 7;

    /// <summary>Up to so many examples, which learn in a moment, the passes are as many as it takes to come to rest.</summary>
    public int PatientUpTo { get; init; } = 4000;

    public int PatientPasses { get; init; } = 20;

    /// <summary>An example that needs no correction as large as this is settled.</summary>
    public float Settled { get; init; } = 0.05f;

    /// <summary>With more examples than this a feature must be seen twice to count.</summary>
    public int RareBeyond { get; init; } = 9000;

    /// <summary>Share of words and word runs, letter runs, pairs, and meanings.</summary>
    public float Words { get; init; } = 1;
    public float Letters { get; init; } = 1;
    public float Pairs { get; init; } = 1;
    public float Meanings { get; init; } = 1;

    /// <summary>Weights smaller than this are dropped.</summary>
    public float Least { get; init; } = 0.05f;

    /// <summary>Parts of the cross-validation that fixes the thresholds.</summary>
    public int Folds { get; init; } = 3;

    /// <summary>Examples learned in all folds together, about; beyond, fewer folds are run.</summary>
    public int Rehearse { get; init; } = 9000;

    /// <summary>Share of labels set aside among the refusals rehearsed, against background texts, 0–1.</summary>
    public float HeldShare { get; init; } = 0.5f;

    /// <summary>What a right answer is worth against a right refusal, 0–1.</summary>
    public float OwnValue { get; init; } = 0.7f;

    /// <summary>Inverse temperature of the softmax over scores.</summary>
    public float Sharpness { get; init; } = 5;

    public float Share(int group) => group switch { 0 => Words, 1 => Letters, 2 => Pairs, _ => Meanings };
}
