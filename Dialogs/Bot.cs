using SupportBot.Dialogs.Forms;
using SupportBot.Dialogs.Persons;
using SupportBot.Dialogs.Shopping;

namespace SupportBot.Dialogs;

/// <summary>Decides what the bot says and does next. A pure decision: the same input gives the same turn, and nothing is changed by it.</summary>
public sealed class Bot(IReadOnlyDictionary<string, Phrases> phrases, IReadOnlyList<MenuSection> menu)
{
    /// <summary>Takes one turn. It waits only for what the shop's port waits for.</summary>
    public async ValueTask<Turn> TakeAsync(TurnInput input, CancellationToken cancellation)
    {
        (DialogState state, Utterance utterance) = (input.State, input.Utterance);
        if (utterance.Kind == UtteranceKind.Other || utterance.Kind == UtteranceKind.Joined && (state.Greeted || input.Standing == Standing.Queue))
        {
            return new Turn(state with { Turns = state.Turns + 1 }, [], []);
        }

        string locale = LocaleOf(state, utterance);
        Scene scene = new(input, state with { Locale = locale, Turns = state.Turns + 1 }, phrases[locale], locale, menu);
        Heard heard = new(utterance, locale, input.Now, input.Settings, phrases[locale], Hear);
        Turn turn = (utterance.Kind, input.Standing) switch
        {
            (UtteranceKind.Joined, _) => scene.Greet(),
            (_, Standing.Queue) => await WhileQueuedAsync(scene, heard, cancellation),
            _ => await AnswerAsync(scene, heard, cancellation),
        };
        return turn with { State = StateLimit.Hold(turn.State) };
    }

    /// <summary>Commands are taken in every language, whatever the talk is in: "menu" within Chinese is too short to change it.</summary>
    private SpokenCommand? Hear(string normalized) => phrases.Values.Select(words => words.Hears(normalized)).FirstOrDefault(command => command is not null);

    private static string LocaleOf(DialogState state, Utterance utterance)
    {
        string locale = Language.Detect(utterance.Text, state.Locale, utterance.Locale);

        // An address or a number is written in Latin letters whatever language is spoken.
        bool data = state.Form is { Stage: FormStage.Filling } form && Form.Find(form.Id)?.SlotNamed(form.Asked) is { KeepsLanguage: true } && utterance.Text.AsSpan().IndexOfAnyInRange('0', '9') >= 0;
        return data ? state.Locale ?? locale : locale;
    }

    private static async ValueTask<Turn> WhileQueuedAsync(Scene scene, Heard heard, CancellationToken cancellation)
    {
        if (ConsentWords.Hear(heard.Text) is not ConsentWord.None and var word)
        {
            return scene.Consent(word);
        }

        if (heard.Command is SpokenCommand.Menu or SpokenCommand.Back)
        {
            return scene.ReturnFromQueue();
        }

        // Whoever would rather be rung need not wait.
        if (Form.Find("call-back") is not { } callBack || !scene.Words.Of(callBack.Id).Starts(heard.Text))
        {
            return scene.NoteInQueue();
        }

        Turn asked = await new FormRunner(scene, heard, cancellation).StartAsync(callBack);
        Reply told = new(scene.Shared.Say("queue.callBack"), scene.Locale);
        return asked with { Replies = [told, .. asked.Replies], Effects = [new Effect(EffectKind.ReturnToBot, "call-back"), .. asked.Effects] };
    }

    private static async ValueTask<Turn> AnswerAsync(Scene scene, Heard heard, CancellationToken cancellation)
    {
        FormRunner forms = new(scene, heard, cancellation);
        if (heard.Text.Length == 0)
        {
            return scene.State.Form is { } waiting && heard.Utterance.Files.Count > 0 && await forms.ContinueAsync(waiting) is { } took
                ? took
                : scene.Say(heard.Utterance.Attachments > 0 ? Phrase.FilesReceived : Phrase.SayMore);
        }

        // What it changes is written down with the message itself, whoever has the conversation; "stop" also leaves a form.
        if (ConsentWords.Hear(heard.Text) is not ConsentWord.None and var word)
        {
            return heard.Command == SpokenCommand.Leave && scene.State.Form is { } open && await forms.ContinueAsync(open) is { } left
                ? left with { Replies = [.. scene.Consent(word).Replies, .. left.Replies] }
                : scene.Aside().Consent(word);
        }

        switch (heard.Command)
        {
            case SpokenCommand.Person: return scene.HandOff("asked");
            case SpokenCommand.Menu: return scene.Aside().ShowMenu();
        }

        if (Attitude.Judge(scene, heard) is { } angry)
        {
            return angry;
        }

        if (scene.State.Form is not { } form)
        {
            return await OutsideAsync(scene, heard, forms, cancellation);
        }

        if (scene.Chosen(heard.Normalized, heard.Text) is { } chosen)
        {
            return await ShowAsync(scene, forms, chosen);
        }

        Scene aside = scene.Aside();
        return await forms.ContinueAsync(form) ?? await OutsideAsync(aside, heard, new FormRunner(aside, heard, cancellation), cancellation);
    }

    private static async ValueTask<Turn> OutsideAsync(Scene scene, Heard heard, FormRunner forms, CancellationToken cancellation)
    {
        if (heard.Command is SpokenCommand.GoOn or SpokenCommand.Yes && scene.State.Paused is { } paused
            && await new FormRunner(scene.With(scene.State with { Paused = null }), heard, cancellation).ContinueAsync(paused with { Stage = FormStage.Resuming }) is { } resumed)
        {
            return resumed;
        }

        switch (heard.Command)
        {
            case SpokenCommand.Back: return scene.Show(scene.State.Before ?? Scene.Menu);
            case SpokenCommand.Repeat: return scene.Show(scene.State.Shown ?? Scene.Menu);
        }

        if (scene.Chosen(heard.Normalized, heard.Text) is { } chosen)
        {
            return await ShowAsync(scene, forms, chosen);
        }

        return scene.WrongChoice(heard.Normalized)
            ?? new ProductTalk(scene).Choose(heard)
            ?? await new Understanding(scene, heard, forms).AnswerAsync(cancellation);
    }

    private static async ValueTask<Turn> ShowAsync(Scene scene, FormRunner forms, string key) =>
        scene.FormOf(key) is { } form ? await forms.StartAsync(form) : scene.Show(key);
}
