using System.Globalization;
using System.Text;

namespace SupportBot.Dialogs.Forms;

/// <summary>The steps a form takes by itself: ask, show the summary, finish, leave.</summary>
internal sealed class FormSteps(Scene scene, CancellationToken cancellation)
{
    private const int OfferPersonAfter = 2;

    /// <summary>Looks up what the slots need to read a message by.</summary>
    public async ValueTask PrepareAsync(FormScene form)
    {
        foreach (Slot slot in form.Form.Slots)
        {
            await slot.PrepareAsync(form, cancellation);
        }
    }

    /// <summary>Goes through the slots until one has to be asked for.</summary>
    /// <param name="lead">Said before the question.</param>
    /// <param name="misses">Answers in a row that did not fit.</param>
    public async ValueTask<Turn> AdvanceAsync(FormScene form, string? lead, int misses)
    {
        foreach (Slot slot in form.Form.Slots)
        {
            if (!slot.Needed(form))
            {
                continue;
            }

            if (!form.Has(slot.Name) && slot.Default(form) is { } usual)
            {
                form.Set(slot.Name, usual);
            }

            Hurdle? hurdle = await slot.SettleAsync(form, cancellation) ?? (form.Has(slot.Name) ? slot.Check(form) : null);
            if (hurdle is not null)
            {
                return Meet(form, hurdle, lead);
            }

            if (!form.Has(slot.Name) && !slot.OnDemand)
            {
                return Ask(form, slot, lead, misses);
            }
        }

        return form.Form.Confirms ? Confirm(form, lead, misses) : await FinishAsync(form, lead);
    }

    public Turn Ask(FormScene form, Slot slot, string? lead, int misses)
    {
        IReadOnlyList<Option> options = slot.Options(form);
        StringBuilder text = new(Lead(lead) + Lead(form.Note));
        text.Append(form.Say(slot.QuestionKey(form)));
        Number(text, options.Select(option => option.Title));
        FormState next = Snapshot(form) with
        {
            Stage = FormStage.Filling,
            Asked = slot.Name,
            Options = [.. options.Select(option => option.Value)],
            Path = [.. form.Before.Path.TakeWhile(name => name != slot.Name), slot.Name],
            Misses = misses,
        };
        string[] buttons = [.. options.Select(option => option.Title), .. slot.Optional ? [scene.Words[Phrase.SkipTitle]] : (string[])[], .. Person(misses)];
        return Turn(form, next, text.ToString(), buttons);
    }

    public async ValueTask<Turn> FinishAsync(FormScene form, string? lead = null)
    {
        if (form.Form.Confirms && scene.Input.Settings.HandOff.MoneyLimit is { } limit && form.Form.Worth(form) > limit)
        {
            return scene.With(form.Memory with { Form = form.Before }).HandOff("money-limit", form.Say("limit"), form);
        }

        Outcome outcome = await form.Form.FinishAsync(form, cancellation);
        DialogState memory = form.Memory with { Form = null, Misses = 0, Order = form[Slots.OrderSlot.Key] ?? form.Memory.Order };
        Scene after = scene.With(memory);
        Turn turn = outcome.HandOff is { } reason
            ? after.HandOff(reason, Lead(lead) + outcome.Text, form)
            : after.Offer(Lead(lead) + outcome.Text, outcome.Offers);
        turn = turn with { Effects = [.. outcome.Effects, .. turn.Effects] };
        return outcome.HandOff is null ? TakeUpPaused(turn) : turn;
    }

    public Turn Leave(FormScene form) =>
        TakeUpPaused(scene.With(form.Memory with { Form = null, Misses = 0 }).Offer(form.Say("left"), []));

    public Turn AskWhatToChange(FormScene form, int misses = 0)
    {
        StringBuilder text = new(form.Say("change"));
        string[] names = [.. Changeable(form).Select(slot => form.Say($"{slot.Name}.name"))];
        Number(text, names);
        return Turn(form, Snapshot(form) with { Stage = FormStage.Changing, Asked = null, Misses = misses }, text.ToString(), [.. names, scene.Words[Phrase.CancelTitle]]);
    }

    public Slot[] Changeable(FormScene form) => [.. form.Form.Slots.Where(slot => !slot.OnDemand && slot.Needed(form) && form.Has(slot.Name)).Take(9)];

    public Turn AskToResume(FormScene form, string key) => Turn(
        form,
        form.Before with { Stage = FormStage.Resuming },
        form.Say(key, ("form", form.Say("title"))),
        [scene.Words[Phrase.GoOnTitle], scene.Words[Phrase.CancelTitle]]);

    /// <summary>The answer did not fit: says what was understood and what is needed, and after two times offers a person.</summary>
    public async ValueTask<Turn> MissAsync(FormScene form, Slot? asked, string? problem)
    {
        int misses = form.Before.Misses + 1;
        int most = scene.Input.Vip ? scene.Input.Settings.HandOff.AfterMissesOfVip : scene.Input.Settings.HandOff.AfterMisses;
        if (most > 0 && misses > most && problem is null)
        {
            return scene.HandOff("not-understood", null, form);
        }

        string lead = problem ?? (form.Before.Stage == FormStage.Filling && asked is not null ? form.Words.Find($"{asked.Name}.help") ?? form.Say("notUnderstood") : form.Say("notUnderstood"));
        lead = misses >= OfferPersonAfter ? $"{lead}\n\n{form.Say("offerPerson")}" : lead;
        return form.Before.Stage == FormStage.Changing ? AskWhatToChange(form, misses) : asked is not null ? Ask(form, asked, lead, misses) : await AdvanceAsync(form, lead, misses);
    }

    private Turn Confirm(FormScene form, string? lead, int misses)
    {
        string terms = form.Form.Terms(form) is { } said ? $"\n\n{said}" : "";
        string text = $"{Lead(lead)}{form.Say("summary")}\n\n{form.Summary()}{terms}\n\n{form.Say("confirm")}";
        FormState next = Snapshot(form) with { Stage = FormStage.Confirming, Asked = null, Misses = misses };
        return Turn(form, next, text, [form.Words.Find("yes") ?? scene.Words[Phrase.YesTitle], scene.Words[Phrase.ChangeTitle], scene.Words[Phrase.CancelTitle], .. Person(misses)]);
    }

    private Turn Meet(FormScene form, Hurdle hurdle, string? lead)
    {
        if (hurdle.HandOff is { } reason)
        {
            return scene.With(form.Memory).HandOff(reason, hurdle.Text, form);
        }

        if (form.Form.SlotNamed(hurdle.Ask) is { } slot)
        {
            return Ask(form, slot, Lead(lead) + hurdle.Text, hurdle.Missed ? form.Before.Misses + 1 : 0);
        }

        DialogState memory = form.Memory with { Form = hurdle.Ends ? null : Snapshot(form), Misses = 0, Order = form.Order?.Number ?? form.Memory.Order };
        Turn said = scene.With(memory).Offer(Lead(lead) + hurdle.Text, hurdle.Offers, hurdle.Ends ? [] : [scene.Words[Phrase.TryAgainTitle]]);
        return hurdle.Ends ? TakeUpPaused(said) : said;
    }

    /// <summary>A form that was interrupted comes back with a question.</summary>
    private Turn TakeUpPaused(Turn turn)
    {
        if (turn.State.Paused is not { } paused || Form.Find(paused.Id) is not { } form)
        {
            return turn with { State = turn.State with { Paused = null } };
        }

        Scene after = scene.With(turn.State with { Form = null, Paused = null });
        Turn asked = new FormSteps(after, cancellation).AskToResume(new FormScene(after, form, paused with { TouchedAt = scene.Input.Now }), "resumePaused");
        return asked with { Replies = [.. turn.Replies.Select(reply => reply with { Suggestions = [] }), .. asked.Replies], Effects = turn.Effects };
    }

    private FormState Snapshot(FormScene form) => form.Before with { Values = new Dictionary<string, string>(form.Values), TouchedAt = scene.Input.Now, Options = [] };

    private Turn Turn(FormScene form, FormState next, string text, IReadOnlyList<string> buttons) => new(
        form.Memory with { Form = next, Misses = 0, Offered = [], Shown = null },
        [new Reply(text, scene.Locale) { Suggestions = buttons, ExpectsChoice = true }],
        []);

    private string[] Person(int misses) => misses >= OfferPersonAfter ? [scene.Words[Phrase.PersonTitle]] : [];

    private static string Lead(string? lead) => lead is null ? "" : $"{lead}\n\n";

    private static void Number(StringBuilder text, IEnumerable<string> titles)
    {
        int number = 0;
        foreach (string title in titles)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(number == 0 ? "\n" : "")}\n{++number}. {Plain.Line(title)}");
        }
    }
}
