using SupportBot.Dialogs.Orders;

namespace SupportBot.Dialogs.Forms.Slots;

/// <summary>
/// The order a form is about. A signed-in shopper chooses from their orders; a guest gives its number and, once a conversation, the
/// e-mail or phone on it. What is wrong and what does not exist is answered in the same words.
/// </summary>
internal sealed class OrderSlot() : Slot(Key)
{
    public const string Key = "order";
    private const int MostOffered = 5;

    /// <summary>Which of the shopper's orders the form can be about; the rest are not offered.</summary>
    public Func<Order, bool> Fits { get; init; } = _ => true;

    public override bool KeepsLanguage => true;

    /// <summary>Looks up the order already named, or the orders there are to choose from.</summary>
    public override async ValueTask PrepareAsync(FormScene form, CancellationToken cancellation)
    {
        if (form.Input.Orders.SignedIn && form.Mine.Count == 0)
        {
            form.Mine = (await form.Input.Orders.MineAsync(cancellation)).Value ?? [];
        }

        if (form[Key] is { } number && form.Order is null)
        {
            form.Order = (await LookUpAsync(form, number, cancellation)).Value;
            if (form.Order is not null)
            {
                Remember(form, number);
            }
        }
    }

    public override Reading Read(FormScene form, Heard heard, bool asked)
    {
        if (heard.OrderNumber is { } number)
        {
            return new Reading(number);
        }

        if (heard.WantsOther && form[Key] is { } present)
        {
            Order[] others = [.. form.Mine.Where(order => order.Number != present && Fits(order))];
            return others.Length == 1 ? new Reading(others[0].Number) : new Reading(null) { Forgets = true };
        }

        if (!asked)
        {
            return Reading.Nothing;
        }

        if (heard.Number is { } index && index >= 1 && index <= form.Before.Options.Count)
        {
            return new Reading(form.Before.Options[index - 1]);
        }

        if (form.Mine.FirstOrDefault(order => Spoken.Normalize(OrderText.Title(form, order)) == heard.Normalized) is { } chosen)
        {
            return new Reading(chosen.Number);
        }

        Order[] named = [.. form.Mine.Where(order => order.Lines.Any(line => LinesSlot.Names(line, heard.Text)))];
        string digits = string.Concat(heard.Text.Where(char.IsAsciiDigit));
        return named.Length == 1 ? new Reading(named[0].Number)
            : digits.Length >= 4 && heard.Email is null ? new Reading(null, form.Say("order.malformed", ("text", Plain.Line(Plain.Cut(heard.Text, 40)))))
            : Reading.Nothing;
    }

    public override async ValueTask<Hurdle?> SettleAsync(FormScene form, CancellationToken cancellation)
    {
        if (form[Key] is null && await ChooseAsync(form, cancellation) is { } hurdle)
        {
            return hurdle;
        }

        if (form[Key] is not { } number || form.Order?.Number == number)
        {
            return null;
        }

        Found<Order> found = await LookUpAsync(form, number, cancellation);
        form.Order = found.Value;
        if (found.Value is not null)
        {
            Remember(form, number);
        }

        return found.Outcome switch
        {
            LookUp.Found => null,
            LookUp.NotFound => NotFound(form),
            LookUp.ProofNeeded => new Hurdle(form.Say("proof.why", ("order", number))) { Ask = ProofSlot.Key },
            LookUp.TooManyAttempts => new Hurdle(form.Say("proof.tooMany")) { Ends = true },
            LookUp.Unavailable => Down(form),
        };
    }

    public override string QuestionKey(FormScene form) => form.Mine.Any(Fits) ? "order.choose" : Key;

    public override IReadOnlyList<Option> Options(FormScene form) =>
        [.. form.Mine.Where(Fits).Take(MostOffered).Select(order => new Option(order.Number, OrderText.Title(form, order)))];

    /// <summary>The shop does not answer: the form waits.</summary>
    public static Hurdle Down(FormScene form) => new(form.Say("shopDown")) { Offers = ["call-back"] };

    /// <summary>Without a number: the order last talked about, the only one there is, or the shopper's choice.</summary>
    private async ValueTask<Hurdle?> ChooseAsync(FormScene form, CancellationToken cancellation)
    {
        if (form.Memory.Order is { } last && (form.Mine.FirstOrDefault(order => order.Number == last) is not { } mine || Fits(mine) || !form.Mine.Any(Fits)))
        {
            return Take(form, last);
        }

        if (!form.Input.Orders.SignedIn)
        {
            return null;
        }

        Found<IReadOnlyList<Order>> all = await form.Input.Orders.MineAsync(cancellation);
        if (all.Outcome == LookUp.Unavailable)
        {
            return Down(form);
        }

        form.Mine = all.Value ?? [];
        Order[] fitting = [.. form.Mine.Where(Fits)];
        return fitting.Length == 1 && form.Before.Asked != Key ? Take(form, fitting[0].Number) : null;
    }

    private static Hurdle? Take(FormScene form, string number)
    {
        form.Set(Key, number);
        form.Note = form.Say("order.taken", ("order", number));
        return null;
    }

    private static ValueTask<Found<Order>> LookUpAsync(FormScene form, string number, CancellationToken cancellation) =>
        form.Input.Orders.FindAsync(number, form[ProofSlot.Key] ?? form.Memory.Proofs.GetValueOrDefault(number), cancellation);

    private static void Remember(FormScene form, string number)
    {
        if (form[ProofSlot.Key] is { } proof)
        {
            IEnumerable<KeyValuePair<string, string>> kept = form.Memory.Proofs.Where(pair => pair.Key != number).TakeLast(DialogState.MostProofs - 1);
            form.Memory = form.Memory with { Proofs = new Dictionary<string, string>(kept.Append(new(number, proof))) };
            form.Forget(ProofSlot.Key);
        }

        form.Memory = form.Memory with { Order = number };
    }

    private static Hurdle NotFound(FormScene form)
    {
        form.Forget(Key);
        form.Forget(ProofSlot.Key);
        form.Memory = form.Memory with { Order = null };
        return new Hurdle(form.Say("order.notFound")) { Ask = Key, Missed = true };
    }
}
