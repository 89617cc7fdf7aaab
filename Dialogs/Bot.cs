using SupportBot.Knowledge;

namespace SupportBot.Dialogs;

/// <summary>Decides what the bot says and does next. A pure decision: the same input gives the same turn, and nothing is changed by it.</summary>
public sealed class Bot(IReadOnlyDictionary<string, Phrases> phrases, IReadOnlyList<MenuSection> menu)
{
    /// <summary>Takes one turn.</summary>
    /// <param name="state">What is remembered of the conversation.</param>
    /// <param name="utterance">What was said.</param>
    /// <param name="standing">Whether the bot or the queue has the conversation.</param>
    /// <param name="answers">The store's articles at this moment.</param>
    public Turn Take(DialogState state, Utterance utterance, Standing standing, IAnswers answers)
    {
        if (utterance.Kind == UtteranceKind.Other || utterance.Kind == UtteranceKind.Joined && (state.Greeted || standing == Standing.Queue))
        {
            return new Turn(state with { Turns = state.Turns + 1 }, [], []);
        }

        string locale = Language.Detect(utterance.Text, state.Locale, utterance.Locale);
        Scene scene = new(state with { Locale = locale, Turns = state.Turns + 1 }, phrases[locale], locale, menu, answers);
        return (utterance.Kind, standing) switch
        {
            (UtteranceKind.Joined, _) => scene.Greet(),
            (_, Standing.Queue) => WhileQueued(scene, utterance),
            _ => Answer(scene, utterance),
        };
    }

    private static Turn WhileQueued(Scene scene, Utterance utterance) =>
        scene.Command(Spoken.Normalize(utterance.Text)) is SpokenCommand.Menu or SpokenCommand.Back
            ? scene.ReturnFromQueue()
            : scene.NoteInQueue();

    private static Turn Answer(Scene scene, Utterance utterance)
    {
        string normalized = Spoken.Normalize(utterance.Text);
        if (string.IsNullOrWhiteSpace(utterance.Text))
        {
            return scene.Say(utterance.Attachments > 0 ? Phrase.FilesReceived : Phrase.SayMore);
        }

        return scene.Command(normalized) switch
        {
            SpokenCommand.Person => scene.HandOff("asked"),
            SpokenCommand.Menu => scene.ShowMenu(),
            SpokenCommand.Back => scene.Show(scene.State.Before ?? Scene.Menu),
            SpokenCommand.Repeat => scene.Show(scene.State.Shown ?? Scene.Menu),
            null => scene.Choose(normalized, utterance.Text) ?? Look(scene, utterance.Text),
        };
    }

    private static Turn Look(Scene scene, string question)
    {
        Finding finding = scene.Answers.Find(question, scene.Locale, scene.State.Topic);
        return finding.Verdict switch
        {
            Verdict.Answer => scene.ShowAnswer(finding.First.Id),
            Verdict.DidYouMean => scene.AskWhich(finding),
            Verdict.Refusal => scene.Refuse(),
        };
    }
}
