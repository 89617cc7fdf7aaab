using System.Reflection;

namespace SupportBot.Dialogs.Forms;

/// <summary>
/// A task the bot does for the shopper: what it must know, and what comes of it. A form is one file with its words in
/// <c>Forms/Words/ID.json</c>; nothing else names it.
/// </summary>
internal abstract class Form
{
    private static readonly Dictionary<string, Form> All = Assembly.GetExecutingAssembly().GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Form)) && !type.IsAbstract)
        .Select(type => (Form)(Activator.CreateInstance(type) ?? throw new InvalidOperationException($"{type} cannot be made.")))
        .ToDictionary(form => form.Id);

    /// <summary>The topic of the articles that start it.</summary>
    public abstract string Id { get; }

    /// <summary>Topics whose articles offer it after their answer, and start it when an order number was named.</summary>
    public virtual IReadOnlyList<string> Beside => [];

    /// <summary>In the order they are asked for.</summary>
    public abstract IReadOnlyList<Slot> Slots { get; }

    /// <summary>Whether the shopper is shown a summary and asked for a yes before <see cref="FinishAsync"/>.</summary>
    public virtual bool Confirms => true;

    /// <summary>Of several forms whose ways of asking fit a message, the one with the lowest number is meant: the more special wish.</summary>
    public virtual int Precedence => 5;

    /// <summary>Whether "cancel" can mean the form's own deed, so that it does not leave the summary.</summary>
    public virtual bool IsCancellation => false;

    /// <summary>The skill of the person who could do it instead.</summary>
    public virtual string? Skill => null;

    public static Form? Find(string id) => All.GetValueOrDefault(id);

    /// <summary>The form offered beside the articles of a topic.</summary>
    public static Form? OfferedBeside(string topic) => All.Values.FirstOrDefault(form => form.Beside.Contains(topic));

    public static IReadOnlyCollection<Form> Every => All.Values;

    /// <summary>Everything is known, and agreed to where a summary was shown: decides what is said and done.</summary>
    public abstract ValueTask<Outcome> FinishAsync(FormScene form, CancellationToken cancellation);

    /// <summary>Takes words that no slot could read, such as more of a story; false when the form has no place for them.</summary>
    public virtual bool TakesRest(FormScene form, string text) => false;

    /// <summary>A line or two below the summary: the policy, what will happen.</summary>
    public virtual string? Terms(FormScene form) => null;

    /// <summary>What the change is worth, to be compared with the store's limit.</summary>
    public virtual decimal? Worth(FormScene form) => null;

    public Slot? SlotNamed(string? name) => Slots.FirstOrDefault(slot => slot.Name == name);
}

/// <summary>What comes of a form.</summary>
/// <param name="Text">What is said.</param>
internal sealed record Outcome(string Text)
{
    public IReadOnlyList<Effect> Effects { get; init; } = [];

    /// <summary>Topics whose articles or forms are offered next.</summary>
    public IReadOnlyList<string> Offers { get; init; } = [];

    /// <summary>Brings a person, for this reason.</summary>
    public string? HandOff { get; init; }
}
