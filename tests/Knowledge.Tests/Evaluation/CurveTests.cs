using SupportBot.Knowledge.Evaluation;

namespace SupportBot.Knowledge.Tests.Evaluation;

public sealed class CurveTests
{
    private static readonly Trial[] Trials =
    [
        new(Ours: true, Right: true, Refused: false, Known: 0.9),
        new(Ours: true, Right: true, Refused: false, Known: 0.8),
        new(Ours: true, Right: false, Refused: false, Known: 0.7),
        new(Ours: true, Right: true, Refused: true, Known: 0.3),
        new(Ours: false, Right: false, Refused: false, Known: 0.6),
        new(Ours: false, Right: false, Refused: true, Known: 0.1),
    ];

    [Fact]
    public void The_area_counts_pairs_in_the_right_order() => Assert.Equal(7.0 / 8, Curve.Auroc(Trials), 9);

    [Fact]
    public void Ties_count_half() =>
        Assert.Equal(0.5, Curve.Auroc([new(true, true, false, 0.5), new(false, false, false, 0.5)]), 9);

    [Fact]
    public void The_best_threshold_treats_most_questions_right()
    {
        double threshold = Curve.Best(Trials);

        Assert.Equal(4.0 / 6, Score.At(Trials, threshold).Accuracy, 9);
    }

    [Theory]
    [InlineData(0.5, 0.8)]
    [InlineData(0.75, 0.3)]
    [InlineData(1, 0)]
    public void The_highest_threshold_that_keeps_a_share_is_found(double share, double threshold) =>
        Assert.Equal(threshold, Curve.Keeping(Trials, share), 9);

    [Fact]
    public void A_refusal_of_an_own_question_is_wrong()
    {
        Score score = Score.Own(Trials);

        Assert.Equal((0.5, 0.5, 3.0 / 6, 2.0 / 4), (score.InScope, score.OosRecall, score.Accuracy, score.AnsweredRight));
        Assert.Equal(0.75, Score.Raw(Trials), 9);
    }
}
