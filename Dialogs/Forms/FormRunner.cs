using SupportBot.Knowledge;

namespace SupportBot.Dialogs.Forms;

/// <summary>Takes a message within a form: what it fills in, changes or asks in between.</summary>
internal sealed class FormRunner(Scene scene, Heard heard, CancellationToken cancellation)
{
    private readonly FormSteps steps = new(scene, cancellation);

    /// <summary>Begins a form with whatever the message says already.</summary>
    public async ValueTask<Turn> StartAsync(Form form)
    {
        FormState? interrupted = scene.State.Form is { } open && open.Id != form.Id ? open : scene.State.Paused;
        FormScene started = new(scene, form, new FormState { Id = form.Id, TouchedAt = scene.Input.Now })
        {
            Memory = scene.State with { Form = null, Order = heard.WantsOther ? null : scene.State.Order, Paused = interrupted?.Id == form.Id ? null : interrupted },
        };
        await steps.PrepareAsync(started);
        Applied applied = await ApplyAsync(started, null);
        return await steps.AdvanceAsync(started, applied.Problem, 0);
    }

    /// <summary>Goes on with a form; null when it is unknown by now and the message must be taken otherwise.</summary>
    public async ValueTask<Turn?> ContinueAsync(FormState state)
    {
        if (Form.Find(state.Id) is not { } form)
        {
            return null;
        }

        FormScene open = new(scene, form, state);
        if (state.Stage == FormStage.Resuming)
        {
            return await ResumeAsync(open);
        }

        if (scene.Input.Now - state.TouchedAt > scene.Input.Settings.FormPause && heard.Command is null)
        {
            return LookUp() is { Verdict: Verdict.Answer } ? null : steps.AskToResume(open, "resume");
        }

        return heard.Command switch
        {
            SpokenCommand.Leave => steps.Leave(open),
            SpokenCommand.Cancel when state.Stage != FormStage.Confirming || !form.IsCancellation => steps.Leave(open),
            SpokenCommand.Back => await BackAsync(open),
            SpokenCommand.Repeat or SpokenCommand.GoOn => await ShowAgainAsync(open),
            SpokenCommand.Skip or SpokenCommand.No when form.SlotNamed(state.Asked) is { Optional: true } asked => await PassOverAsync(open, asked),
            _ => await TakeAsync(open),
        };
    }

    /// <summary>Gives the message to the slots; when it named the order, also to those that can be read only with the order at hand.</summary>
    private async ValueTask<Applied> ApplyAsync(FormScene form, Slot? asked)
    {
        Applied applied = Applied.From(form, heard, asked);
        if (form.Order is null && form[Slots.OrderSlot.Key] is not null)
        {
            await steps.PrepareAsync(form);
            Applied.ToDependents(form, heard);
        }

        return applied;
    }

    private async ValueTask<Turn> ShowAgainAsync(FormScene open)
    {
        await steps.PrepareAsync(open);
        return await steps.AdvanceAsync(open, null, 0);
    }

    private async ValueTask<Turn?> ResumeAsync(FormScene open)
    {
        if (heard.Command is SpokenCommand.Cancel or SpokenCommand.Leave || heard.YesNo == false)
        {
            return steps.Leave(open);
        }

        if (heard.Command is SpokenCommand.GoOn || heard.YesNo == true)
        {
            return await ShowAgainAsync(open);
        }

        // Something else: the form waits, and is asked about again only when the shopper says so.
        return null;
    }

    private async ValueTask<Turn> BackAsync(FormScene open)
    {
        if (open.Before.Path.Count < 2 && open.Before.Stage == FormStage.Filling)
        {
            return steps.Leave(open);
        }

        string previous = open.Before.Stage == FormStage.Filling ? open.Before.Path[^2] : open.Before.Path.Count > 0 ? open.Before.Path[^1] : open.Form.Slots[0].Name;
        await steps.PrepareAsync(open);
        open.Forget(previous);
        return open.Form.SlotNamed(previous) is { } slot ? steps.Ask(open, slot, null, 0) : steps.Leave(open);
    }

    private async ValueTask<Turn> PassOverAsync(FormScene open, Slot asked)
    {
        await steps.PrepareAsync(open);
        open.Set(asked.Name, "");
        return await steps.AdvanceAsync(open, null, 0);
    }

    private async ValueTask<Turn> TakeAsync(FormScene open)
    {
        await steps.PrepareAsync(open);
        Slot? asked = open.Before.Stage == FormStage.Filling ? open.Form.SlotNamed(open.Before.Asked) : null;
        Finding? looked = null;
        bool answers = asked is not null && asked.Read(open, heard, true).Value is not null;
        if (heard.SaysMore && (!answers || asked is Slots.OrderSlot or Slots.ProofSlot) && OtherForm(looked = LookUp()) is { } other)
        {
            return await StartOtherAsync(open, other);
        }

        if (open.Before.Stage == FormStage.Changing && Named(open) is { } named)
        {
            open.Forget(named.Name);
            return steps.Ask(open, named, null, 0);
        }

        if (heard.IsQuestion && (looked ??= LookUp()) is { Verdict: Verdict.Answer } && await DigressAsync(open, looked.Value) is { } digression)
        {
            return digression;
        }

        Applied applied = await ApplyAsync(open, asked);
        if (applied.Took)
        {
            return await steps.AdvanceAsync(open, applied.Changed, 0);
        }

        if (open.Before.Stage == FormStage.Confirming && Agrees(open) is { } agrees)
        {
            return agrees ? await steps.FinishAsync(open) : steps.AskWhatToChange(open);
        }

        if (applied.Problem is null && heard.SaysMore && open.Form.TakesRest(open, heard.Text))
        {
            return await steps.AdvanceAsync(open, open.Say("added"), 0);
        }

        if (applied.Problem is null && await DigressAsync(open, looked ?? LookUp()) is { } aside)
        {
            return aside;
        }

        return await steps.MissAsync(open, asked, applied.Problem);
    }

    /// <summary>Answers a question in between, and then the form goes on where it was.</summary>
    private async ValueTask<Turn?> DigressAsync(FormScene open, Finding finding)
    {
        if (finding.Verdict != Verdict.Answer || scene.Answers.Get(finding.First.Id, scene.Locale) is not { } answer)
        {
            return null;
        }

        if (answer.Topic == Answer.Human)
        {
            return scene.HandOff("asked");
        }

        if (OtherForm(finding) is { } other)
        {
            return await StartOtherAsync(open, other);
        }

        if (Form.Find(answer.Topic) is not null)
        {
            return null;
        }

        Reply? products = new Shopping.ProductTalk(scene).Aside(answer.Topic, heard.Text);
        Turn next = await steps.AdvanceAsync(open, products is null ? answer.Text : null, open.Before.Misses);
        return products is null ? next : next with { Replies = [products with { Suggestions = [] }, .. next.Replies] };
    }

    private Form? OtherForm(Finding? finding) =>
        finding is { Verdict: Verdict.Answer } found
        && scene.Answers.Get(found.First.Id, scene.Locale) is { Kind: AnswerKind.Task } answer
        && Form.Find(answer.Topic) is { } form
        && form.Id != scene.State.Form?.Id
            ? form
            : null;

    // What is known of the order serves the other form too.
    private ValueTask<Turn> StartOtherAsync(FormScene open, Form other)
    {
        DialogState memory = open.Memory with { Form = open.Before, Order = open[Slots.OrderSlot.Key] ?? open.Memory.Order };
        return new FormRunner(scene.With(memory), heard, cancellation).StartAsync(other);
    }

    private bool? Agrees(FormScene open) => heard.Normalized == Spoken.Normalize(open.Words.Find("yes") ?? "") ? true
        : heard.Normalized == Spoken.Normalize(scene.Words[Phrase.ChangeTitle]) ? false
        : heard.YesNo;

    private Finding LookUp() => scene.Answers.Find(heard.Text, scene.Locale, null);

    /// <summary>The slot whose name or number was said, when it was asked what shall be changed.</summary>
    private Slot? Named(FormScene open)
    {
        Slot[] filled = steps.Changeable(open);
        return heard.Number is { } number && number >= 1 && number <= filled.Length
            ? filled[number - 1]
            : filled.FirstOrDefault(slot => Spoken.Normalize(open.Say($"{slot.Name}.name")) == heard.Normalized);
    }
}
