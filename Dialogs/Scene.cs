using System.Globalization;
using System.Text;
using SupportBot.Dialogs.Forms;
using SupportBot.Knowledge;

namespace SupportBot.Dialogs;

/// <summary>One turn in the making: the state, the language, and everything that can be shown in it.</summary>
internal sealed class Scene(TurnInput input, DialogState state, Phrases words, string locale, IReadOnlyList<MenuSection> sections)
{
    public const string Menu = "menu";
    private const string Choices = "choices";
    private const string SectionPrefix = "menu:";
    private const string FormPrefix = "form:";

    private readonly IAnswers answers = input.Answers;

    public TurnInput Input => input;

    public DialogState State => state;

    public Phrases Words => words;

    /// <summary>The words all forms share.</summary>
    public FormWords Shared => words.Of(FormWords.Shared);

    public string Locale => locale;

    public IAnswers Answers => answers;

    /// <summary>The same turn with another memory.</summary>
    public Scene With(DialogState memory) => new(input, memory, words, locale, sections);

    /// <summary>The same turn with the open form put aside.</summary>
    public Scene Aside() => state.Form is { } open ? With(state with { Form = null, Paused = open }) : this;

    public Turn Greet() => List(state with { Greeted = true, Shown = Menu, Offered = SectionKeys() }, words[Phrase.Greeting]);

    public Turn ShowMenu() => List(state with { Shown = Menu, Before = null, Offered = SectionKeys(), Misses = 0 }, PausedNote() + words[Phrase.Menu]);

    public Turn Say(Phrase phrase) => Reply(state, words[phrase]);

    public Turn Consent(ConsentWord word) =>
        Reply(state, (input.Standing == Standing.Queue ? "" : PausedNote()) + words[word == ConsentWord.Stop ? Phrase.OptedOut : Phrase.OptedIn]);

    /// <summary>Brings a person. A form that is open waits, and what it holds goes with the request.</summary>
    /// <param name="reason">A word that reports can count.</param>
    /// <param name="lead">Said first.</param>
    /// <param name="form">The form at this moment, where it knows more than the state.</param>
    public Turn HandOff(string reason, string? lead = null, FormScene? form = null)
    {
        DialogState kept = (form?.Memory ?? state) with { Misses = 0, QueueNoted = false, Offered = [], Shown = null };
        string text = lead is null ? words[Phrase.Queued] : $"{lead}\n\n{words[Phrase.Queued]}";
        return new Turn(
            kept with { Form = null, Paused = state.Form ?? kept.Paused },
            [new Reply(text, locale) { Suggestions = [words[Phrase.MenuTitle]] }],
            [new Effect(EffectKind.HandOff, reason) { HandOff = Persons.Request.Of(this, reason, form) }]);
    }

    public Turn NoteInQueue() => state.QueueNoted
        ? new Turn(state, [], [])
        : Reply(state with { QueueNoted = true }, words[Phrase.StillQueued]);

    public Turn ReturnFromQueue() =>
        List(state with { Shown = Menu, Before = null, Offered = SectionKeys() }, words[Phrase.Returned]) with { Effects = [new Effect(EffectKind.ReturnToBot, "asked")] };

    /// <summary>Shows again what a key of <see cref="DialogState.Shown"/> stands for.</summary>
    public Turn Show(string key) => key switch
    {
        Menu => ShowMenu(),
        Choices when state.Offered.Count > 0 => List(state, words[Phrase.DidYouMean]),
        _ when SectionOf(key) is { } section => ShowSection(key, section),
        _ => ShowAnswer(key),
    };

    /// <summary>The form that a key of <see cref="DialogState.Offered"/> starts; null when it shows something.</summary>
    public Form? FormOf(string key) => key.StartsWith(FormPrefix, StringComparison.Ordinal)
        ? Form.Find(key[FormPrefix.Length..])
        : answers.Get(key, locale) is { Kind: AnswerKind.Task } answer ? Form.Find(answer.Topic) : null;

    /// <summary>Says something and offers what may be wanted next, a person and the menu always among it.</summary>
    /// <param name="text">What is said.</param>
    /// <param name="topics">Forms, or articles of that id; what the store does not have is left out.</param>
    /// <param name="buttons">Offered before them, as words.</param>
    public Turn Offer(string text, IReadOnlyList<string> topics, params IReadOnlyList<string> buttons)
    {
        string[] keys = [.. topics.Where(topic => Form.Find(topic) is not null || answers.Get(topic, locale) is not null).Select(topic => Form.Find(topic) is null ? topic : FormPrefix + topic)];
        return Reply(state with { Misses = 0, Offered = keys, Shown = null }, text, [.. buttons, .. keys.Select(Title), words[Phrase.PersonTitle], words[Phrase.MenuTitle]]);
    }

    public Turn ShowAnswer(string id)
    {
        if (answers.Get(id, locale) is not { } answer)
        {
            return ShowMenu();
        }

        if (answer.Topic == Answer.Human)
        {
            return HandOff("asked");
        }

        if (answer.Kind == AnswerKind.Talk)
        {
            return Reply(state with { Misses = 0 }, answer.Text, card: answer.Card);
        }

        string[] beside = Form.OfferedBeside(answer.Topic) is { } form ? [FormPrefix + form.Id] : [];
        string[] related = [.. beside, .. answer.Related.Where(near => answers.Get(near, locale) is not null).Take(2)];
        DialogState next = state with { Misses = 0, Topic = id, Shown = id, Before = state.Shown == id ? state.Before : state.Shown, Offered = related };
        return Reply(next, answer.Text, [.. related.Select(Title), words[Phrase.PersonTitle]], card: answer.Card);
    }

    public Turn AskWhich(Finding finding)
    {
        string[] ids = [finding.First.Id, finding.Second.Id, finding.Third.Id];
        return List(state with { Misses = 0, Shown = Choices, Before = state.Shown, Offered = ids[..finding.Count] }, words[Phrase.DidYouMean], words[Phrase.NoneOfThese]);
    }

    public Turn Refuse()
    {
        int most = input.Vip ? input.Settings.HandOff.AfterMissesOfVip : input.Settings.HandOff.AfterMisses;
        if (most > 0 && state.Misses + 1 >= most)
        {
            return HandOff("not-understood", Shared.Say("bringPerson"));
        }

        string text = words[state.Misses == 0 ? Phrase.Refusal : Phrase.RefusalAgain];
        return Reply(state with { Misses = state.Misses + 1, Offered = [] }, text, [words[Phrase.PersonTitle], words[Phrase.MenuTitle]]);
    }

    /// <summary>The key that a number or the title of a button chooses; null when the message is neither.</summary>
    public string? Chosen(string normalized, string text) => Spoken.Number(normalized) is { } number
        ? number >= 1 && number <= state.Offered.Count ? state.Offered[number - 1] : null
        : state.Offered.FirstOrDefault(key => string.Equals(Title(key), text.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The answer to a choice that leads nowhere; null when the message is none.</summary>
    public Turn? WrongChoice(string normalized)
    {
        if (normalized == Spoken.Normalize(words[Phrase.NoneOfThese]) && state.Shown == Choices)
        {
            return Refuse();
        }

        return Spoken.Number(normalized) is not null && state.Offered.Count > 0 ? List(state, words[Phrase.NotAChoice]) : null;
    }

    private string PausedNote() => state.Paused is { } paused && Form.Find(paused.Id) is { } form ? $"{words.Of(form.Id).Say("paused", ("form", words.Of(form.Id).Say("title")))}\n\n" : "";

    private Turn ShowSection(string key, MenuSection section) =>
        List(state with { Shown = key, Before = Menu, Offered = [.. section.Articles.Where(id => answers.Get(id, locale) is not null)] }, words[Phrase.SectionHint]);

    private Turn List(DialogState next, string text, string? last = null)
    {
        StringBuilder lines = new(text);
        lines.Append('\n');
        List<string> suggestions = [];
        foreach (string key in next.Offered)
        {
            string title = Title(key);
            suggestions.Add(title);
            lines.Append(CultureInfo.InvariantCulture, $"\n{suggestions.Count}. {title}");
        }

        // Not "0.": behind the list a Markdown reader would count it on as the next number.
        lines.Append(CultureInfo.InvariantCulture, $"\n\n**0** · {words[Phrase.PersonTitle]}");
        suggestions.Add(last ?? words[Phrase.PersonTitle]);
        return Reply(next, lines.ToString(), suggestions, expectsChoice: true);
    }

    private Turn Reply(DialogState next, string text, IReadOnlyList<string>? suggestions = null, bool expectsChoice = false, Card? card = null) =>
        new(next, [new Reply(text, locale) { Suggestions = suggestions ?? [], Cards = card is null ? [] : [card], ExpectsChoice = expectsChoice }], []);

    private string Title(string key) => SectionOf(key) is { } section ? section.Title[locale]
        : key.StartsWith(FormPrefix, StringComparison.Ordinal) ? words.Of(key[FormPrefix.Length..]).Say("title")
        : answers.Get(key, locale)?.Title ?? key;

    private string[] SectionKeys() => [.. Enumerable.Range(0, sections.Count).Select(index => SectionPrefix + index.ToString(CultureInfo.InvariantCulture))];

    private MenuSection? SectionOf(string key) =>
        key.StartsWith(SectionPrefix, StringComparison.Ordinal) && int.TryParse(key.AsSpan(SectionPrefix.Length), CultureInfo.InvariantCulture, out int index) && index < sections.Count
            ? sections[index]
            : null;
}
