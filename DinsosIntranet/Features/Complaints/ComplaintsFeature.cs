using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit;
using DinsosIntranet.Features.Complaints.Pages;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Ui;

namespace DinsosIntranet.Features.Complaints;

public static class ComplaintsFeature
{
    public static IServiceCollection AddComplaints(this IServiceCollection services)
    {
        services.AddSingleton(p => ComplaintReference.Load(p.GetRequiredService<DataFolder>().ReferencePath));
        services.AddSingleton<ComplainantVault>();
        services.AddSingleton<InvestigationVault>();
        services.AddSingleton<ComplaintReceiptWriter>();
        services.AddSingleton<ComplaintService>();
        services.AddSingleton<ComplaintQueries>();
        services.AddSingleton<InvestigationQueries>();
        services.AddSingleton<ComplaintReminders>();
        services.AddHostedService<ComplaintReminderWatch>();
        services.AddSingleton<ComplaintBook>();
        services.AddSingleton<ComplaintExport>();
        services.AddSingleton<ComplaintSettings>();
        services.AddSingleton<IRequestReader, ComplaintReader>();
        services.AddSingleton<IAttachmentOwner, ComplaintDrafts>();
        services.AddSingleton<ILetterContent, ComplaintPassOnContent>();
        services.AddSingleton<ILetterContent, ComplaintHandUpContent>();
        services.AddSingleton<ILetterContent, ComplaintReplyContent>();
        services.AddSingleton<IAttachmentOwner, ComplaintLogFiles>();
        services.AddSingleton<SecludedRecords, ComplaintLogRecords>();
        services.AddSingleton<SettingsGaps, ComplaintGaps>();
        services.AddSingleton(new ExclusionOwner(ComplaintService.Standard, actor => actor.Has(StaffRole.ComplaintOfficer)));
        services.AddSingleton(new RequestWords(ComplaintService.Standard, "pengaduan", "pengadu"));
        services.AddSingleton(new RequestDetailsPanel(ComplaintService.Standard, typeof(ComplaintDetails)));
        services.AddSingleton(new ActionPanel(ComplaintService.ReviewAction, typeof(ReviewPanel)));
        services.AddSingleton(new ActionPanel(ComplaintService.HandleAction, typeof(HandlePanel)));
        services.AddSingleton(new ActionPanel(ComplaintService.PassOnAction, typeof(TransferPanel)));
        services.AddSingleton(new ActionPanel(ComplaintService.HandUpAction, typeof(TransferPanel)));
        services.AddSingleton(new ActionPanel(ComplaintService.TeamAction, typeof(TeamPanel)));
        services.AddSingleton(new ActionPanel(ComplaintService.InvestigateAction, typeof(InvestigatePanel)));
        services.AddSingleton(new ActionPanel(ComplaintService.ApproveAction, typeof(ApprovePanel)));
        services.AddSingleton(new ActionPanel(ComplaintService.ReplyAction, typeof(ReplyPanel)));
        services.AddSingleton(new ActionPanel(ComplaintService.RespondAction, typeof(RespondPanel)));
        services.AddSingleton(SettingsSection.ForAdministrator(SettingsSection.Services, 6, "Pengaduan", "Atasan Kepala Dinas, tempat menyerahkan pengaduan tentang Kepala Dinas.", SuperiorPage.Address));
        return services;
    }
}
