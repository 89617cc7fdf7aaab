using System.Globalization;
using System.Text;
using SupportBot.Knowledge;

namespace SupportBot.Dialogs;

/// <summary>One turn in the making: the state, the language, and everything that can be shown in it.</summary>
internal sealed class Scene(DialogState state, Phrases words, string locale, IReadOnlyList<MenuSection> sections, IAnswers answers)
{
    public const string Menu = "menu";
    private const string Choices = "choices";
    private const string SectionPrefix = "menu:";

    public DialogState State => state;

    public string Locale => locale;

    public IAnswers Answers => answers;

    public SpokenCommand? Command(string normalized) => words.Hears(normalized);

    public Turn Greet() => List(state with { Greeted = true, Shown = Menu, Offered = SectionKeys() }, words[Phrase.Greeting]);

    public Turn ShowMenu() => List(state with { Shown = Menu, Before = null, Offered = SectionKeys(), Misses = 0 }, words[Phrase.Menu]);

    public Turn Say(Phrase phrase) => Reply(state, words[phrase]);

    public Turn HandOff(string reason) =>
        new(state with { Misses = 0, QueueNoted = false, Offered = [], Shown = null }, [new Reply(words[Phrase.Queued], locale)], [new Effect(EffectKind.HandOff, reason)]);

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
            return Reply(state with { Misses = 0 }, answer.Text);
        }

        string[] related = [.. answer.Related.Where(near => answers.Get(near, locale) is not null).Take(2)];
        DialogState next = state with { Misses = 0, Topic = id, Shown = id, Before = state.Shown == id ? state.Before : state.Shown, Offered = related };
        return Reply(next, answer.Text, [.. related.Select(Title), words[Phrase.PersonTitle]]);
    }

    public Turn AskWhich(Finding finding)
    {
        string[] ids = [finding.First.Id, finding.Second.Id, finding.Third.Id];
        return List(state with { Misses = 0, Shown = Choices, Before = state.Shown, Offered = ids[..finding.Count] }, words[Phrase.DidYouMean], words[Phrase.NoneOfThese]);
    }

    public Turn Refuse()
    {
        string text = words[state.Misses == 0 ? Phrase.Refusal : Phrase.RefusalAgain];
        return Reply(state with { Misses = state.Misses + 1, Offered = [] }, text, [words[Phrase.PersonTitle], words[Phrase.MenuTitle]]);
    }

    /// <summary>Takes a number or the title of a button; null when the message is neither.</summary>
    public Turn? Choose(string normalized, string text)
    {
        if (normalized == Spoken.Normalize(words[Phrase.NoneOfThese]) && state.Shown == Choices)
        {
            return Refuse();
        }

        if (normalized == Spoken.Normalize(words[Phrase.PersonTitle]))
        {
            return HandOff("asked");
        }

        if (Spoken.Number(normalized) is { } number && state.Offered.Count > 0)
        {
            return number >= 1 && number <= state.Offered.Count ? Show(state.Offered[number - 1]) : List(state, words[Phrase.NotAChoice]);
        }

        return state.Offered.FirstOrDefault(key => string.Equals(Title(key), text.Trim(), StringComparison.OrdinalIgnoreCase)) is { } chosen ? Show(chosen) : null;
    }

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

    private Turn Reply(DialogState next, string text, IReadOnlyList<string>? suggestions = null, bool expectsChoice = false) =>
        new(next, [new Reply(text, locale) { Suggestions = suggestions ?? [], ExpectsChoice = expectsChoice }], []);

    private string Title(string key) => SectionOf(key) is { } section ? section.Title[locale] : answers.Get(key, locale)?.Title ?? key;

    private string[] SectionKeys() => [.. Enumerable.Range(0, sections.Count).Select(index => SectionPrefix + index.ToString(CultureInfo.InvariantCulture))];

    private MenuSection? SectionOf(string key) =>
        key.StartsWith(SectionPrefix, StringComparison.Ordinal) && int.TryParse(key.AsSpan(SectionPrefix.Length), CultureInfo.InvariantCulture, out int index) && index < sections.Count
            ? sections[index]
            : null;
}
