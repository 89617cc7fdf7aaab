namespace SupportBot.Dialogs.Forms;

/// <summary>One thing a form must know. It reads its value out of a message, whether it was asked for or not.</summary>
internal abstract class Slot(string name)
{
    public string Name => name;

    /// <summary>Whether it is asked for at all, given what is known so far.</summary>
    public Func<FormScene, bool> Needed { get; init; } = _ => true;

    /// <summary>Whether the shopper may pass it over.</summary>
    public bool Optional { get; init; }

    /// <summary>Whether its value means nothing for another order.</summary>
    public bool OfOrder { get; init; }

    /// <summary>What it is taken to be when the shopper has not said; null asks.</summary>
    public Func<FormScene, string?> Default { get; init; } = _ => null;

    /// <summary>Refuses a value that has been read, or the whole form with it.</summary>
    public Func<FormScene, Hurdle?> Check { get; init; } = _ => null;

    /// <summary>Whether it is asked for only when another slot needs it.</summary>
    public virtual bool OnDemand => false;

    /// <summary>Whether an answer to it says nothing about the language of the talk, such as an address.</summary>
    public virtual bool KeepsLanguage => false;

    /// <summary>Whether any words will do, so that a question could be taken for a value.</summary>
    public virtual bool TakesAnything => false;

    /// <summary>Looks up what it needs to read a message by.</summary>
    public virtual ValueTask PrepareAsync(FormScene form, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <param name="form">What is known so far.</param>
    /// <param name="heard">The message.</param>
    /// <param name="asked">Whether the bot has just asked for it; else only what cannot be meant otherwise is taken.</param>
    public abstract Reading Read(FormScene form, Heard heard, bool asked);

    /// <summary>Looks up what the value stands for, or finds a value by itself; returns what stands in the way.</summary>
    public virtual ValueTask<Hurdle?> SettleAsync(FormScene form, CancellationToken cancellation) => ValueTask.FromResult<Hurdle?>(null);

    /// <summary>The key of the words that ask for it.</summary>
    public virtual string QuestionKey(FormScene form) => Name;

    /// <summary>What can be chosen, in the order of the numbers.</summary>
    public virtual IReadOnlyList<Option> Options(FormScene form) => [];

    /// <summary>The value in words, for the summary.</summary>
    public virtual string Show(FormScene form, string value) => value;
}

/// <summary>What a slot made of a message.</summary>
/// <param name="Value">The value, or null.</param>
/// <param name="Problem">What was understood and why it will not do; null when nothing was understood.</param>
internal readonly record struct Reading(string? Value, string? Problem = null)
{
    public static Reading Nothing => default;

    /// <summary>Whether the shopper takes the present value back without naming another.</summary>
    public bool Forgets { get; init; }
}

/// <param name="Value">What is stored when it is chosen.</param>
/// <param name="Title">What the shopper reads, and sends by clicking.</param>
internal sealed record Option(string Value, string Title);

/// <summary>What stands between a form and its next step.</summary>
/// <param name="Text">What is said.</param>
internal sealed record Hurdle(string Text)
{
    /// <summary>The slot to ask for next; null when the text is all that is said.</summary>
    public string? Ask { get; init; }

    /// <summary>Whether the form is over.</summary>
    public bool Ends { get; init; }

    /// <summary>Topics whose articles or forms are offered then.</summary>
    public IReadOnlyList<string> Offers { get; init; } = [];

    /// <summary>Whether it counts as an answer that did not fit.</summary>
    public bool Missed { get; init; }

    /// <summary>Brings a person, for this reason.</summary>
    public string? HandOff { get; init; }
}
