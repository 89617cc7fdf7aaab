using SupportBot.Dialogs.Forms;
using SupportBot.Dialogs.Shopping;
using SupportBot.Knowledge;

namespace SupportBot.Dialogs;

/// <summary>Finds out what a message wants when no form or list waits for an answer.</summary>
internal sealed class Understanding(Scene scene, Heard heard, FormRunner forms)
{
    private const int MostAnswers = 3;

    public async ValueTask<Turn> AnswerAsync(CancellationToken cancellation)
    {
        if (DirectStart.Of(heard, scene.State) is { } certain)
        {
            return await forms.StartAsync(certain);
        }

        return await SeveralAsync(cancellation) ?? await OneAsync(heard.Text);
    }

    private async ValueTask<Turn> OneAsync(string question)
    {
        Finding finding = scene.Answers.Find(question, scene.Locale, scene.State.Topic);
        ProductTalk products = new(scene);
        if (Wishes.Decide(scene, finding, question) is { } wish)
        {
            return wish == Answer.Human ? scene.HandOff("asked")
                : Form.Find(wish) is { } wished ? await forms.StartAsync(wished)
                : products.About(wish, question) ?? scene.ShowAnswer(wish);
        }

        return finding.Verdict switch
        {
            Verdict.Answer when heard.OrderNumber is not null && TopicOf(finding.First.Id) is { } topic && Form.OfferedBeside(topic) is { } form => await forms.StartAsync(form),
            Verdict.Answer => products.About(TopicOf(finding.First.Id), question) ?? await ShowAsync(finding.First.Id),
            Verdict.DidYouMean => products.Instead(finding, question) ?? scene.AskWhich(finding),
            Verdict.Refusal => products.Instead(finding, question) ?? scene.Refuse(),
        };
    }

    /// <summary>Several questions in one message are answered in their order, the one that is a task last.</summary>
    private async ValueTask<Turn?> SeveralAsync(CancellationToken cancellation)
    {
        IReadOnlyList<string> parts = Questions.Split(heard.Text);
        if (parts.Count < 2)
        {
            return null;
        }

        List<string> sure = [];
        foreach (string part in parts)
        {
            Finding finding = scene.Answers.Find(part, scene.Locale, null);
            if (finding.Verdict == Verdict.Answer && scene.Answers.Get(finding.First.Id, scene.Locale) is { Kind: not AnswerKind.Talk } && !sure.Contains(finding.First.Id))
            {
                sure.Add(finding.First.Id);
            }
        }

        string[] informing = [.. sure.Where(id => scene.FormOf(id) is null && TopicOf(id) != Answer.Human)];
        string? task = sure.FirstOrDefault(id => !informing.Contains(id));
        if (sure.Count < 2 || informing.Length == 0)
        {
            return null;
        }

        cancellation.ThrowIfCancellationRequested();
        string[] answered = [.. informing.Take(task is null ? MostAnswers : MostAnswers - 1)];
        Turn last = task is null ? scene.ShowAnswer(answered[^1]) : await ShowAsync(task);
        IEnumerable<Reply> before = answered.SkipLast(task is null ? 1 : 0).SelectMany(id => scene.ShowAnswer(id).Replies).Select(reply => reply with { Suggestions = [] });
        return last with { Replies = [.. before, .. last.Replies] };
    }

    private async ValueTask<Turn> ShowAsync(string id) => scene.FormOf(id) is { } form ? await forms.StartAsync(form) : scene.ShowAnswer(id);

    private string? TopicOf(string id) => scene.Answers.Get(id, scene.Locale)?.Topic;
}
